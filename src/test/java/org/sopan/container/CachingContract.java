package org.sopan.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sopan.container.Visitor.Answer;

/** What may be kept on the way, by whom, and what a repeat costs. */
interface CachingContract extends DemoPeople {
    String COURSE = "/api/courses/" + Ground.SMALL;
    String LESSON = COURSE + "/lessons/m1-l1";

    @Test
    default void keepsPersonalAnswersOutOfEveryCache() {
        Visitor learner = person(LEARNER);
        for (String path : List.of(
                "/api/me",
                "/api/me/enrolments",
                "/api/me/awards",
                "/api/me/certificates",
                "/api/enrolments/" + enrolment(),
                "/api/attempts/" + attempt())) {
            assertThat(learner.get(path).header("Cache-Control")).as(path).isEqualTo("private, no-store");
        }
        assertThat(person(COORDINATOR).get("/api/institutes/bpatc/progress").header("Cache-Control"))
                .isEqualTo("private, no-store");
        assertThat(stranger().post("/api/session", Visitor.credentials(LEARNER)).header("Cache-Control"))
                .isEqualTo("private, no-store");
    }

    @Test
    default void namesTheCodingInTheTagOfACourseAndSaysThatItVaries() {
        Answer plain = stranger().get(COURSE);
        Answer zipped = stranger().with("Accept-Encoding", "gzip").get(COURSE);

        assertThat(plain.header("Content-Encoding")).isEmpty();
        assertThat(zipped.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(plain.header("ETag")).matches("\"[^\"]+\"").doesNotContain("gzip");
        assertThat(zipped.header("ETag")).matches("\"[^\"]+\"").contains("gzip");
        for (Answer answer : List.of(plain, zipped)) {
            assertThat(answer.header("Vary")).contains("Accept-Encoding");
            assertThat(answer.header("Cache-Control")).isEqualTo("public, no-cache");
        }
    }

    @Test
    default void answersARepeatOfACourseWithNothing() {
        String tag = stranger().get(COURSE).header("ETag");
        String zipped = stranger().with("Accept-Encoding", "gzip").get(COURSE).header("ETag");

        Answer repeat = stranger().with("If-None-Match", tag).get(COURSE);
        assertThat(repeat.status()).isEqualTo(304);
        assertThat(repeat.header("ETag")).isEqualTo(tag);
        assertThat(repeat.header("Vary")).contains("Accept-Encoding");
        assertThat(repeat.text()).isEmpty();
        assertThat(stranger()
                        .with("If-None-Match", zipped, "Accept-Encoding", "gzip")
                        .get(COURSE)
                        .status())
                .isEqualTo(304);
        assertThat(stranger().with("If-None-Match", zipped).get(COURSE).status())
                .isEqualTo(200);
        assertThat(stranger().with("If-None-Match", "\"another\"").get(COURSE).status())
                .isEqualTo(200);
    }

    @Test
    default void givesALessonItsOwnTagInEachLanguageForItsReaderAlone() {
        Answer bangla = person(LEARNER).get(LESSON + "?lang=bn");
        Answer english = person(LEARNER).get(LESSON + "?lang=en");

        assertThat(bangla.header("ETag")).isNotEqualTo(english.header("ETag"));
        assertThat(bangla.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(bangla.json().asJsonObject().getString("html")).contains("এই পাঠ।");
        assertThat(english.json().asJsonObject().getString("html")).contains("This lesson.");
        assertThat(person(LEARNER)
                        .and("If-None-Match", bangla.header("ETag"))
                        .get(LESSON + "?lang=en")
                        .status())
                .isEqualTo(200);
    }

    @Test
    default void looksAtAccessBeforeItSaysThatNothingChanged() {
        String lesson = "/api/courses/large/lessons/m1-l1?lang=bn";
        String tag = person(COORDINATOR).get(lesson).header("ETag");

        assertThat(person(COORDINATOR).and("If-None-Match", tag).get(lesson).status())
                .isEqualTo(304);
        assertThat(person("ukya.marma").and("If-None-Match", tag).get(lesson).status())
                .isEqualTo(404);
        assertThat(stranger().with("If-None-Match", tag).get(lesson).status()).isEqualTo(401);
    }
}
