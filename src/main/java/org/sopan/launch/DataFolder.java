package org.sopan.launch;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The one folder that holds all data. A demo's folder carries {@code demo.properties} with the password its people
 * share; it and a real folder are never taken for one another.
 */
record DataFolder(Path path) {
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    static DataFolder open(Path path, boolean demo) {
        DataFolder folder = new DataFolder(path);
        try {
            Files.createDirectories(path);
            boolean marked = Files.exists(folder.marker());
            if (demo && !marked && !folder.isEmpty()) {
                throw new Refusal(
                        "sopan.data=" + path + " holds data that is not the demo's; the demo leaves it alone");
            }
            if (!demo && marked) {
                throw new Refusal("sopan.data=" + path + " belongs to the demo; name another folder");
            }
            if (demo && !marked) {
                folder.mark();
            }
            if (!Files.isWritable(path)) {
                throw new Refusal("sopan.data=" + path + " cannot be written");
            }
        } catch (IOException e) {
            throw new Refusal("sopan.data=" + path + " cannot be used: " + e.getMessage());
        }
        return folder;
    }

    String demoPassword() {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(marker(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new Refusal(marker() + " cannot be read: " + e.getMessage());
        }
        String password = properties.getProperty("password");
        if (password == null || password.isBlank()) {
            throw new Refusal(marker() + " has no password; remove the demo's data folder to begin anew");
        }
        return password;
    }

    private Path marker() {
        return path.resolve("demo.properties");
    }

    private boolean isEmpty() throws IOException {
        try (Stream<Path> entries = Files.list(path)) {
            return entries.findAny().isEmpty();
        }
    }

    private void mark() throws IOException {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        Properties properties = new Properties();
        properties.setProperty("password", password.toString());
        try (Writer writer = Files.newBufferedWriter(marker(), StandardCharsets.UTF_8)) {
            properties.store(writer, "This data folder is the demo's. All its people share this password.");
        }
    }
}
