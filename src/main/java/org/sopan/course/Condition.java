package org.sopan.course;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sopan.shared.LocalizedText;

/** One line of "complete, or why not yet". A course lists only kinds that something in Sopan can meet. */
public record Condition(String kind) {
    private static final Map<String, LocalizedText> WORDS = Map.of(
            "lessons",
                    LocalizedText.of(
                            "Read every required lesson to its end.", "প্রয়োজনীয় প্রতিটি পাঠ শেষ পর্যন্ত পড়ুন।"),
            "quizzes",
                    LocalizedText.of(
                            "Pass the quiz of every required module.",
                            "প্রয়োজনীয় প্রতিটি মডিউলের কুইজে উত্তীর্ণ হোন।"));

    /** What it asks, in words. */
    public LocalizedText words() {
        return Objects.requireNonNull(WORDS.get(kind), kind);
    }

    /** Reads a list such as {@code - lessons: required}. */
    static List<Condition> of(YamlNode list) {
        return list.items().stream()
                .map(item -> new Condition(item.names().get(0)))
                .toList();
    }

    /** Refuses kinds that nobody can meet. */
    static void check(YamlNode list, Faults faults) {
        for (YamlNode item : list.items()) {
            for (String kind : item.names()) {
                if (!WORDS.containsKey(kind)) {
                    faults.error(item, "unknown-condition", "nothing can meet such a condition: " + kind);
                }
            }
        }
    }
}
