package org.sopan.course;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

/** What a course tells of its quizzes before anybody begins one. */
class CoursePagesTest {
    @Test
    void tellHowManyAttemptsAQuizAllows() {
        assertThat(quiz("attempts: 3").getInt("attempts")).isEqualTo(3);
    }

    @Test
    void tellNoNumberWhereAttemptsAreUnlimited() {
        assertThat(quiz("attempts: unlimited")).doesNotContainKey("attempts").containsKey("passPercent");
    }

    private static JsonObject quiz(String attempts) {
        Course course = Folder.good()
                .replace(Folder.QUIZ, "attempts: unlimited", attempts)
                .course();
        return CoursePages.course(course)
                .build()
                .getJsonArray("modules")
                .getJsonObject(0)
                .getJsonObject("quiz");
    }
}
