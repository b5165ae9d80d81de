package org.sopan.testing;

import java.util.Map;
import java.util.TreeMap;
import org.sopan.course.CourseFiles;

/** The two small courses with more to earn than their completion. */
public final class Programmes {
    /** What the two small courses declare. */
    public static final String PROGRAMME = String.valueOf(Rooms.COURSES_TEXTS.get("programme.yaml"));

    private static final String PARTICIPATION =
            """
              - kind: participation
                title: {en: Certificate of Participation, bn: অংশগ্রহণ সনদ}
                scope: course
                conditions: [{lessons: required}]
                issue: automatic
            """;

    private static final String OVER_ALL =
            """
              - kind: institute
                title: {en: Institute Certificate, bn: প্রতিষ্ঠান সনদ}
                scope: programme
                modules: track
                conditions: [{lessons: required}, {quizzes: passed}]
                issue: after-approval
              - kind: certified-trainer
                title: {en: Certified Trainer, bn: সনদপ্রাপ্ত প্রশিক্ষক}
                scope: programme
                modules: all
                conditions: [{lessons: required}, {quizzes: passed}]
                issue: after-approval
                signOff: true
            """;

    private Programmes() {}

    /** Lets participation be earned beside completion, in both courses. */
    public static void declareParticipation(Rooms rooms) {
        CourseFiles files = files(PROGRAMME.replace("awards:\n", "awards:\n" + PARTICIPATION));
        rooms.publish("basics", files);
        rooms.publish("advanced", files);
    }

    /** Lets the institute's award and the certified trainer's be earned over both courses. */
    public static void declareOverAll(Rooms rooms) {
        rooms.publishProgramme(files(PROGRAMME + OVER_ALL));
    }

    public static CourseFiles files(String programme) {
        Map<String, String> texts = new TreeMap<>(Rooms.COURSES_TEXTS);
        texts.put("programme.yaml", programme);
        return new CourseFiles(texts);
    }
}
