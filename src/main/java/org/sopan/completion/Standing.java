package org.sopan.completion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sopan.course.Condition;
import org.sopan.course.Course;
import org.sopan.course.Lesson;
import org.sopan.course.Module;
import org.sopan.course.Quiz;
import org.sopan.enrolment.Enrolment;
import org.sopan.shared.LocalizedText;

/**
 * Where an enrolment stands in its course: each step of the release with what was done, what is required of this
 * institute's people, and each condition with its evidence. A completed enrolment stays complete, whatever a later
 * release asks for.
 */
public final class Standing {
    private final Enrolment enrolment;
    private final Course course;
    private final List<CourseStep> steps = new ArrayList<>();

    public Standing(Enrolment enrolment, Course course, List<Step> taken) {
        this.enrolment = enrolment;
        this.course = course;
        Map<String, Step> byKey = new HashMap<>();
        taken.forEach(step -> byKey.put(key(step.kind(), step.id()), step));
        Set<String> required = new HashSet<>();
        course.requiredModules(enrolment.institute()).forEach(module -> required.add(module.id()));
        for (Module module : course.modules()) {
            boolean isRequired = required.contains(module.id());
            for (Lesson lesson : module.lessons()) {
                steps.add(step(byKey, Step.Kind.lesson, lesson.id(), lesson.title(), isRequired));
            }
            Quiz quiz = module.quiz();
            if (quiz != null) {
                steps.add(step(byKey, Step.Kind.quiz, quiz.id(), quiz.title(), isRequired));
            }
        }
    }

    /** A step of the course as this enrolment stands to it. */
    public record CourseStep(
            Step.Kind kind,
            String id,
            LocalizedText title,
            boolean required,
            @Nullable Integer percent,
            @Nullable Instant doneAt) {
        public boolean isDone() {
            return doneAt != null;
        }
    }

    /** How many of the required steps are done. */
    public record Progress(int done, int total, int percent) {}

    /**
     * One line of "complete, or why not yet".
     *
     * @param evidence how many of how many, such as {@code 3/5}
     * @param at when it was met
     * @param toDo what to do next, while it is not met
     */
    public record ConditionState(
            String kind, boolean met, @Nullable String evidence, @Nullable Instant at, @Nullable LocalizedText toDo) {}

    public List<CourseStep> steps() {
        return List.copyOf(steps);
    }

    public Course course() {
        return course;
    }

    public Enrolment enrolment() {
        return enrolment;
    }

    public Progress progress() {
        long total = steps.stream().filter(CourseStep::required).count();
        long done =
                steps.stream().filter(step -> step.required() && step.isDone()).count();
        boolean complete = enrolment.state() == Enrolment.State.COMPLETED;
        int percent = complete || total == 0 ? 100 : (int) (done * 100 / total);
        return new Progress((int) done, (int) total, percent);
    }

    /** The first required step that is not done; nothing once complete. */
    public Optional<CourseStep> next() {
        return enrolment.isOpen()
                ? steps.stream()
                        .filter(step -> step.required() && !step.isDone())
                        .findFirst()
                : Optional.empty();
    }

    public List<ConditionState> conditions() {
        return conditions(course.completion());
    }

    public List<ConditionState> conditions(List<Condition> asked) {
        return asked.stream().map(this::state).toList();
    }

    /** What a completed enrolment had to meet it has met, whatever a later release would ask. */
    boolean meets(List<Condition> asked) {
        return conditions(asked).stream().allMatch(state -> state.met() || settled(state.kind()));
    }

    /** Whether the enrolment was completed in a course whose completion asks for conditions of this kind. */
    boolean settled(String kind) {
        return enrolment.state() == Enrolment.State.COMPLETED
                && course.completion().stream()
                        .anyMatch(condition -> condition.kind().equals(kind));
    }

    private ConditionState state(Condition condition) {
        Step.Kind kind = counted(condition);
        return state(
                condition,
                steps.stream()
                        .filter(step -> step.required() && step.kind() == kind)
                        .toList());
    }

    /** The steps that a condition counts. */
    static Step.Kind counted(Condition condition) {
        return switch (condition.kind()) {
            case "lessons" -> Step.Kind.lesson;
            case "quizzes" -> Step.Kind.quiz;
            default -> throw new IllegalStateException("no engine for the condition " + condition.kind());
        };
    }

    /** How a condition stands that asks for these steps. */
    static ConditionState state(Condition condition, List<CourseStep> asked) {
        List<CourseStep> done = asked.stream().filter(CourseStep::isDone).toList();
        boolean met = done.size() == asked.size();
        Instant at = !met
                ? null
                : done.stream()
                        .map(CourseStep::doneAt)
                        .filter(Objects::nonNull)
                        .max(Instant::compareTo)
                        .orElse(null);
        return new ConditionState(
                condition.kind(), met, done.size() + "/" + asked.size(), at, met ? null : toDo(condition, asked));
    }

    private static LocalizedText toDo(Condition condition, List<CourseStep> asked) {
        LocalizedText words = condition.words();
        LocalizedText missing = asked.stream()
                .filter(step -> !step.isDone())
                .findFirst()
                .orElseThrow()
                .title();
        return LocalizedText.of(
                words.in(org.sopan.shared.Language.EN) + " Next: " + missing.in(org.sopan.shared.Language.EN),
                words.in(org.sopan.shared.Language.BN) + " এরপর: " + missing.in(org.sopan.shared.Language.BN));
    }

    private static CourseStep step(
            Map<String, Step> taken, Step.Kind kind, String id, LocalizedText title, boolean required) {
        Step step = taken.get(key(kind, id));
        return new CourseStep(
                kind, id, title, required, step == null ? null : step.percent(), step == null ? null : step.doneAt());
    }

    private static String key(Step.Kind kind, String id) {
        return kind + "/" + id;
    }
}
