package org.sopan.course;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;

/**
 * One release of a course: everything a learner meets, resolved and rendered. It never changes; another edit of the
 * files is another release. Tracks hold only modules of this course.
 */
public record Course(
        String id,
        String release,
        LocalizedText title,
        LocalizedText summary,
        Language language,
        List<Module> modules,
        List<String> requires,
        List<Condition> completion,
        String design,
        CertificateLanguages certificateLanguages,
        boolean selfEnrolment,
        Map<String, Set<String>> tracks) {

    public Course {
        modules = List.copyOf(modules);
        requires = List.copyOf(requires);
        completion = List.copyOf(completion);
        tracks = Map.copyOf(tracks);
    }

    public Optional<Module> module(String module) {
        return modules.stream().filter(each -> each.id().equals(module)).findFirst();
    }

    public Optional<Lesson> lesson(String lesson) {
        return lessons().stream().filter(each -> each.id().equals(lesson)).findFirst();
    }

    /** A quiz has its module's id. */
    public Optional<Quiz> quiz(String module) {
        return module(module).map(Module::quiz);
    }

    /** All lessons in reading order. */
    public List<Lesson> lessons() {
        return modules.stream().flatMap(module -> module.lessons().stream()).toList();
    }

    public List<Quiz> quizzes() {
        return modules.stream().map(Module::quiz).filter(Objects::nonNull).toList();
    }

    public Optional<Lesson> previous(String lesson) {
        return neighbour(lesson, -1);
    }

    public Optional<Lesson> next(String lesson) {
        return neighbour(lesson, 1);
    }

    /**
     * The modules an institute requires of its people. Without a track, or with one that names none of this course's
     * modules, all are required.
     */
    public List<Module> requiredModules(@Nullable String institute) {
        Set<String> track = institute == null ? Set.of() : tracks.getOrDefault(institute, Set.of());
        List<Module> required =
                modules.stream().filter(module -> track.contains(module.id())).toList();
        return required.isEmpty() ? modules : required;
    }

    public int minutes() {
        return minutes(modules);
    }

    public static int minutes(Collection<Module> modules) {
        return modules.stream().mapToInt(Module::minutes).sum();
    }

    private Optional<Lesson> neighbour(String lesson, int step) {
        List<Lesson> all = lessons();
        int here = all.stream().map(Lesson::id).toList().indexOf(lesson);
        int there = here + step;
        return here < 0 || there < 0 || there >= all.size() ? Optional.empty() : Optional.of(all.get(there));
    }
}
