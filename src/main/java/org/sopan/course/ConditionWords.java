package org.sopan.course;

import java.util.Map;
import org.sopan.shared.LocalizedText;

/** What a condition asks, in words. */
public final class ConditionWords {
    private static final Map<String, LocalizedText> WORDS = Map.of(
            "lessons",
                    LocalizedText.of(
                            "Read every required lesson to its end.", "প্রয়োজনীয় প্রতিটি পাঠ শেষ পর্যন্ত পড়ুন।"),
            "quizzes",
                    LocalizedText.of(
                            "Pass the quiz of every required module.",
                            "প্রয়োজনীয় প্রতিটি মডিউলের কুইজে উত্তীর্ণ হোন।"),
            "test", LocalizedText.of("Pass the test.", "পরীক্ষায় উত্তীর্ণ হোন।"),
            "assignment",
                    LocalizedText.of(
                            "Hand in the assignment and have it accepted.", "অ্যাসাইনমেন্ট জমা দিন এবং গৃহীত হোক।"),
            "evaluation", LocalizedText.of("Fill in the feedback form.", "মতামত ফরম পূরণ করুন।"),
            "attendance", LocalizedText.of("Attend the sessions.", "অধিবেশনে উপস্থিত থাকুন।"),
            "approval", LocalizedText.of("Wait for the approval.", "অনুমোদনের অপেক্ষা করুন।"));

    private ConditionWords() {}

    public static LocalizedText of(Condition condition) {
        return java.util.Objects.requireNonNull(WORDS.get(condition.kind()), condition.kind());
    }
}
