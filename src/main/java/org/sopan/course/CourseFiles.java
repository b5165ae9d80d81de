package org.sopan.course;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The text files of the curriculum, or of one course's release, by their path in the folder. What a release stored can
 * be given back and is read like the folder.
 */
public final class CourseFiles {
    private static final Pattern TEXT = Pattern.compile(".*\\.(md|yaml|svg)");

    private final SortedMap<String, String> texts = new TreeMap<>();

    /** Line ends and byte order marks that an editor left are no difference. */
    public CourseFiles(Map<String, String> texts) {
        texts.forEach(
                (path, text) -> this.texts.put(path, text.replace("\uFEFF", "").replace("\r\n", "\n")));
    }

    /** Reads a folder; files that are not text, and hidden ones, are passed over. */
    public static CourseFiles in(Path folder) {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) found.filter(Files::isRegularFile)::iterator) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (TEXT.matcher(path).matches() && !path.startsWith(".") && !path.contains("/.")) {
                    texts.put(path, Files.readString(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CourseFiles(texts);
    }

    public Set<String> paths() {
        return Collections.unmodifiableSet(texts.keySet());
    }

    public Map<String, String> texts() {
        return Collections.unmodifiableMap(texts);
    }

    public @Nullable String text(String path) {
        return texts.get(path);
    }

    /** The names of the folders directly in this one, whose path ends with a slash. */
    Set<String> folders(String parent) {
        Set<String> folders = new TreeSet<>();
        for (String path : texts.keySet()) {
            int end = path.indexOf('/', parent.length());
            if (path.startsWith(parent) && end > 0) {
                folders.add(path.substring(parent.length(), end));
            }
        }
        return folders;
    }

    /** What one course is made of: its folder, and of the shared files what it uses. */
    public CourseFiles only(String course) {
        return new CourseFiles(new ResolvedContent(this, course).texts());
    }

    /** The programme itself: its courses and tracks, and what can be earned over all of them. */
    public CourseFiles programme() {
        return new CourseFiles(ResolvedContent.programme(this));
    }

    /** SHA-256 over paths and contents, in hexadecimal digits. */
    public String hash() {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        texts.forEach((path, text) -> {
            for (String part : new String[] {path, text}) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The name of what is held here as a release: the first sixteen digits of the hash. */
    public String release() {
        return hash().substring(0, 16);
    }
}
