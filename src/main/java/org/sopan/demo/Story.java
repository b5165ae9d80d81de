package org.sopan.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sopan.course.Course;
import org.sopan.course.Lesson;
import org.sopan.course.Module;
import org.sopan.platform.Seeds;

/** What one invented person did, in the order of the course: lessons read, quizzes failed, passed or left open. */
record Story(Seeds.Entry entry) {

    /** One deed, so long ago. */
    record Deed(Kind kind, String step, Duration ago) {}

    enum Kind {
        READ,
        FAIL,
        PASS,
        LEAVE_OPEN
    }

    /** The deeds, spread evenly from the first day to the last, in the hours of an office day. */
    List<Deed> deeds(Course course, String institute) {
        List<Deed> undated = new ArrayList<>();
        Set<String> passed = Set.copyOf(entry.texts("passed"));
        int lessons = entry.number("lessons", 0);
        for (Module module : course.requiredModules(institute)) {
            for (Lesson lesson : module.lessons()) {
                if (lessons-- > 0) {
                    undated.add(new Deed(Kind.READ, lesson.id(), Duration.ZERO));
                }
            }
            String quiz = module.id();
            int failures =
                    entry.find("failed").map(failed -> failed.number(quiz, 0)).orElse(0);
            for (int i = 0; i < failures; i++) {
                undated.add(new Deed(Kind.FAIL, quiz, Duration.ZERO));
            }
            if (passed.contains(quiz)) {
                undated.add(new Deed(Kind.PASS, quiz, Duration.ZERO));
            }
            if (quiz.equals(entry.textOrNull("open"))) {
                undated.add(new Deed(Kind.LEAVE_OPEN, quiz, Duration.ZERO));
            }
        }
        return dated(undated);
    }

    /** How long ago it ended by withdrawal, if it did. */
    Optional<Duration> withdrawn() {
        return entry.textOrNull("withdrawn") == null
                ? Optional.empty()
                : Optional.of(Duration.ofDays(entry.number("withdrawn", 0)));
    }

    private List<Deed> dated(List<Deed> undated) {
        long first = Duration.ofDays(entry.number("begins", 0)).toMinutes();
        long last = Duration.ofDays(entry.number("ends", 0)).toMinutes();
        List<Deed> deeds = new ArrayList<>();
        int gaps = Math.max(1, undated.size() - 1);
        for (int i = 0; i < undated.size(); i++) {
            Deed deed = undated.get(i);
            deeds.add(new Deed(deed.kind(), deed.step(), Duration.ofMinutes(first - (first - last) * i / gaps)));
        }
        return deeds;
    }
}
