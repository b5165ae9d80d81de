package org.sopan.course;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.LocalizedText;

/** A part of a course with its own outcomes, lessons and, where it has them, a quiz and a kit. */
@SuppressWarnings("JavaLangClash") // the word of the domain; nobody here means Java's modules
public record Module(
        String id,
        LocalizedText title,
        List<Outcome> outcomes,
        Map<String, Source> sources,
        List<Lesson> lessons,
        @Nullable Quiz quiz,
        List<Kit> kit) {

    public Module {
        outcomes = List.copyOf(outcomes);
        sources = Map.copyOf(sources);
        lessons = List.copyOf(lessons);
        kit = List.copyOf(kit);
    }

    /** Something of the module's kit. */
    public Optional<Kit> kit(String id) {
        return kit.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** The sum of its lessons; a quiz is not counted. */
    public int minutes() {
        return lessons.stream().mapToInt(Lesson::minutes).sum();
    }
}
