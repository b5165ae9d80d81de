package org.sopan.completion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sopan.completion.Standing.ConditionState;
import org.sopan.completion.Standing.CourseStep;
import org.sopan.course.AwardRule;
import org.sopan.course.Condition;
import org.sopan.course.Course;
import org.sopan.course.Lesson;
import org.sopan.course.Module;
import org.sopan.course.Programme;
import org.sopan.course.Quiz;
import org.sopan.enrolment.Enrolment;
import org.sopan.shared.LocalizedText;

/**
 * Where a person stands towards an award over the whole programme: every course of it counts, over all of the person's
 * enrolments. A course that is not live, or in which the person was never enrolled, is a part that is not met.
 */
final class ProgrammeStanding {
    private final AwardRule rule;
    private final String institute;
    private final List<Part> parts = new ArrayList<>();

    /** @param institute whose track counts where the award asks for the track */
    ProgrammeStanding(
            Programme programme,
            AwardRule rule,
            String institute,
            List<Standing> standings,
            Function<String, Optional<Course>> live) {
        this.rule = rule;
        this.institute = institute;
        for (String id : programme.courses()) {
            Course course = live.apply(id).orElse(null);
            parts.add(new Part(
                    id,
                    course,
                    standings.stream()
                            .filter(standing -> standing.course().id().equals(id))
                            .toList()));
        }
    }

    /** One course of the programme, null where it is not live, and the person's enrolments in it. */
    private record Part(String id, @Nullable Course course, List<Standing> standings) {}

    boolean isMet() {
        return parts.stream().noneMatch(part -> part.standings().isEmpty())
                && conditions().stream().allMatch(ConditionState::met);
    }

    List<ConditionState> conditions() {
        return rule.conditions().stream()
                .map(condition -> Standing.state(
                        condition,
                        parts.stream()
                                .flatMap(part -> steps(part, condition).stream())
                                .toList()))
                .toList();
    }

    /** Learning time of the modules that count. */
    int minutes() {
        return parts.stream()
                .map(Part::course)
                .filter(Objects::nonNull)
                .mapToInt(course -> Course.minutes(modules(course)))
                .sum();
    }

    private List<Module> modules(Course course) {
        return rule.modules() == AwardRule.Modules.ALL ? course.modules() : course.requiredModules(institute);
    }

    private List<CourseStep> steps(Part part, Condition condition) {
        Course course = part.course();
        Step.Kind kind = Standing.counted(condition);
        if (course == null) {
            return List.of(new CourseStep(kind, part.id(), LocalizedText.of(part.id(), part.id()), true, null, null));
        }
        Instant settled = settled(part, condition);
        List<CourseStep> steps = new ArrayList<>();
        for (Module module : modules(course)) {
            ids(module, kind).forEach(id -> steps.add(step(part, course, kind, id, settled)));
        }
        return steps;
    }

    private static List<String> ids(Module module, Step.Kind kind) {
        Quiz quiz = module.quiz();
        return switch (kind) {
            case lesson -> module.lessons().stream().map(Lesson::id).toList();
            case quiz -> quiz == null ? List.of() : List.of(quiz.id());
        };
    }

    /** When the part was completed by people of the same institute, of whom the course asked the same. */
    private @Nullable Instant settled(Part part, Condition condition) {
        if (rule.modules() == AwardRule.Modules.ALL) {
            return null;
        }
        return part.standings().stream()
                .filter(standing -> standing.settled(condition.kind())
                        && standing.enrolment().institute().equals(institute))
                .map(Standing::enrolment)
                .map(Enrolment::completedAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The step as the first of the enrolments did it. */
    private static CourseStep step(Part part, Course course, Step.Kind kind, String id, @Nullable Instant settled) {
        List<CourseStep> taken = part.standings().stream()
                .flatMap(standing -> standing.steps().stream())
                .filter(step -> step.kind() == kind && step.id().equals(id))
                .toList();
        Instant doneAt = taken.stream()
                .map(CourseStep::doneAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(settled);
        return new CourseStep(
                kind,
                id,
                taken.isEmpty() ? course.title() : taken.get(0).title(),
                true,
                taken.stream()
                        .map(CourseStep::percent)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                doneAt);
    }
}
