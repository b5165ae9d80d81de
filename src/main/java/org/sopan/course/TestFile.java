package org.sopan.course;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A test across courses, {@code tests/entry.yaml}: how many questions of each level it draws from each course. It has
 * no pass mark. Nobody is offered it before there is an engine that runs it.
 */
record TestFile(String id, YamlNode root) {

    static Optional<TestFile> entry(Desk desk) {
        String path = "tests/entry.yaml";
        return desk.files().text(path) == null
                ? Optional.empty()
                : Optional.of(new TestFile("entry", desk.yaml(path, Schemas.TEST)));
    }

    /** How many questions of each level are drawn from each course. */
    Map<String, Map<Level, Integer>> blueprint() {
        Map<String, Map<Level, Integer>> blueprint = new TreeMap<>();
        YamlNode courses = root.at("blueprint");
        for (String course : courses.names()) {
            Map<Level, Integer> levels = new EnumMap<>(Level.class);
            YamlNode node = courses.at(course);
            node.names()
                    .forEach(level -> levels.put(Level.of(level), node.at(level).number()));
            blueprint.put(course, levels);
        }
        return blueprint;
    }

    /** Reports what is wrong with the file, above all a blueprint that asks for more questions than there are. */
    void check(List<CourseFolder> folders, Faults faults) {
        if (faults.spoil(root.file())) {
            return;
        }
        blueprint().forEach((course, levels) -> {
            YamlNode place = root.at("blueprint").at(course);
            CourseFolder folder = folder(course, folders);
            if (folder == null) {
                faults.error(place, "unknown-course", "there is no course " + course);
            } else {
                levels.forEach((level, wanted) -> checkPool(place, folder, level, wanted, faults));
            }
        });
    }

    /** How many test items of this level a course has. */
    static long pool(String course, List<CourseFolder> folders, Level level) {
        CourseFolder folder = folder(course, folders);
        return folder == null ? 0 : pool(folder, level);
    }

    private static long pool(CourseFolder folder, Level level) {
        return folder.modules().stream()
                .mapToLong(module -> module.items(Item.Use.TEST, level))
                .sum();
    }

    private static @Nullable CourseFolder folder(String course, List<CourseFolder> folders) {
        return folders.stream()
                .filter(folder -> folder.id().equals(course))
                .findFirst()
                .orElse(null);
    }

    private static void checkPool(YamlNode course, CourseFolder folder, Level level, int wanted, Faults faults) {
        if (folder.modules().stream().anyMatch(ModuleFolder::hidesItems)) {
            return;
        }
        long there = pool(folder, level);
        if (there < wanted) {
            faults.error(
                    course.at(level.word()),
                    "too-few-items",
                    folder.id() + " has " + there + " test items of level " + level.word() + ", and the test draws "
                            + wanted);
        }
    }
}
