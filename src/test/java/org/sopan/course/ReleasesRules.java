package org.sopan.course;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sopan.assessment.QuestionTypes;
import org.sopan.testing.MovingClock;
import org.sopan.testing.TestDatabase;

abstract class ReleasesRules {
    private final TestDatabase database;
    private final Releases releases;
    private final CourseFiles first = Folder.good().files().only("basics");
    private final CourseFiles second = Folder.good()
            .replace("basics/course.yaml", "title: {en: Basics", "title: {en: Fundamentals")
            .files()
            .only("basics");

    ReleasesRules(TestDatabase database) {
        this.database = database;
        releases = new Releases(database.entities(), new MovingClock());
        database.empty();
    }

    @Test
    void givesBackWhatWasStoredUnderTheSameReleaseId() {
        publish(first);
        CourseFiles read =
                database.in(() -> releases.content("basics", first.release())).orElseThrow();
        assertThat(read.release()).isEqualTo(first.release());
        assertThat(read.texts()).isEqualTo(first.texts());
        assertThat(read.only("basics").release()).isEqualTo(first.release());
    }

    @Test
    void keepsOneReleaseOfACourseLiveAndTheOthersForEver() {
        publish(first);
        publish(second);
        assertThat(database.in(releases::live)).containsExactly(java.util.Map.entry("basics", second.release()));
        assertThat(database.in(() -> releases.content("basics", first.release())))
                .isPresent();
        publish(first);
        assertThat(database.in(releases::live)).containsExactly(java.util.Map.entry("basics", first.release()));
        assertThat(database.number("select count(*) from course_release")).isEqualTo(2);
    }

    @Test
    void hasNoReleaseThatWasNeverLive() {
        assertThat(database.in(() -> releases.content("basics", first.release())))
                .isEmpty();
        assertThat(database.in(releases::live)).isEmpty();
    }

    @Test
    void areReadByEveryNodeOnceTheyAreLive() {
        Catalogue catalogue = catalogue();
        assertThat(catalogue.has("basics")).isFalse();
        publish(first);
        database.run(catalogue::refresh);
        assertThat(catalogue.live("basics").release()).isEqualTo(first.release());
        publish(second);
        database.run(catalogue::refresh);
        assertThat(catalogue.live("basics").title().en()).isEqualTo("Fundamentals");
        assertThat(database.in(() -> catalogue.release("basics", first.release()))
                        .title()
                        .en())
                .isEqualTo("Basics");
        assertThat(database.in(() -> catalogue().release("basics", first.release()))
                        .release())
                .as("also by a node that never saw it live")
                .isEqualTo(first.release());
    }

    private Catalogue catalogue() {
        return new Catalogue(releases, new QuestionTypes(), new MovingClock());
    }

    private void publish(CourseFiles files) {
        database.run(() -> releases.publish("basics", files));
    }
}
