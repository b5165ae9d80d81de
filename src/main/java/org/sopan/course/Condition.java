package org.sopan.course;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line of "complete, or why not yet". The target names a test or an assignment, or how much attendance is asked
 * for; {@code lessons}, {@code quizzes}, {@code evaluation} and {@code approval} stand alone.
 */
public record Condition(String kind, @Nullable String target) {
    static final Set<String> KINDS =
            Set.of("lessons", "quizzes", "test", "assignment", "evaluation", "attendance", "approval");
    private static final Set<String> WITH_TARGET = Set.of("test", "assignment", "attendance");

    /** Reads a list such as {@code - lessons: required}. */
    static List<Condition> of(YamlNode list) {
        return list.items().stream()
                .map(item -> {
                    String kind = item.names().get(0);
                    return new Condition(
                            kind, WITH_TARGET.contains(kind) ? item.at(kind).text() : null);
                })
                .toList();
    }

    /** Refuses kinds that nobody can meet. */
    static void check(YamlNode list, Faults faults) {
        for (YamlNode item : list.items()) {
            for (String kind : item.names()) {
                if (!KINDS.contains(kind)) {
                    faults.error(item, "unknown-condition", "no such condition: " + kind);
                }
            }
        }
    }

    /** Refuses tests and assignments that have no file. */
    static void checkTargets(YamlNode list, CourseFiles files, Faults faults) {
        for (YamlNode item : list.items()) {
            for (String kind : List.of("test", "assignment")) {
                String file = "/" + kind + "s/" + item.at(kind).text() + ".yaml";
                if (item.has(kind) && files.paths().stream().noneMatch(path -> ("/" + path).endsWith(file))) {
                    faults.error(item, "unknown-" + kind, "there is no file ending in " + file);
                }
            }
        }
    }
}
