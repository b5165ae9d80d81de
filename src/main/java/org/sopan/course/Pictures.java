package org.sopan.course;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.sopan.course.Prose.Mark;
import org.sopan.shared.Language;

/** The pictures of a module, by the address that its lessons use: {@code media/name.svg}. */
record Pictures(String folder, Map<String, Picture> byAddress) {
    static final Pictures NONE = new Pictures("", Map.of());

    static Pictures in(String folder, CourseFiles files) {
        Map<String, Picture> pictures = new TreeMap<>();
        files.texts().forEach((path, text) -> {
            if (path.startsWith(folder) && path.endsWith(".svg")) {
                pictures.put(path.substring(folder.length()), Picture.read(path, text));
            }
        });
        return new Pictures(folder, pictures);
    }

    /** The picture in the page, or nothing when there is none that may be shown. */
    String html(String address, Language language, String alternative) {
        Picture picture = byAddress.get(address);
        return picture == null ? "" : picture.html(language, alternative);
    }

    /** What these pictures add to a page. */
    int bytes(Collection<Mark> shown, Language language) {
        return shown.stream()
                .mapToInt(mark -> html(mark.what(), language, "").getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    /** Reports what is wrong with a text's use of pictures. */
    void check(Prose prose, Faults faults) {
        for (Mark picture : prose.pictures()) {
            if (!Links.isPicture(picture.what()) || !byAddress.containsKey(picture.what())) {
                faults.error(prose.file(), picture.line(), "broken-picture", "there is no picture " + picture.what());
            } else if (picture.words().isBlank()) {
                faults.error(prose.file(), picture.line(), "missing-alternative", picture.what() + " is not described");
            }
        }
    }

    /** Reports what is wrong with the files themselves, and those that nothing shows. */
    void check(Collection<Prose> users, Faults faults) {
        Set<String> used = new HashSet<>();
        users.forEach(user -> user.pictures().forEach(mark -> used.add(mark.what())));
        byAddress.forEach((address, picture) -> {
            picture.faults().forEach(faults::add);
            if (!used.contains(address)) {
                faults.warning(folder + address, 1, "unused-picture", "no lesson of the module shows this picture");
            }
        });
    }
}
