package org.sopan.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sopan.container.Visitor.Answer;

/** Whatever goes wrong is a problem document that says what, in the reader's language, and where to find it in the log. */
interface ProblemContract extends ScopePlaces {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
            POST   | /api/session                      | {"email":                                   | 400 | malformed-json
            POST   | /api/session                      | null                                        | 400 | invalid-input
            POST   | /api/session                      | -                                           | 400 | invalid-input
            POST   | /api/session                      | {}                                          | 400 | invalid-input
            POST   | /api/session                      | []                                          | 400 | malformed-json
            POST   | /api/session                      | {"email":"a@b.example","password":["no"]}   | 400 | malformed-json
            POST   | /api/session                      | {"email":"a@b.example","password":"wrong"}  | 401 | wrong-credentials
            POST   | /api/invitations                  | {"token":"none","password":"long-enough-1"} | 410 | link-not-valid
            POST   | /api/cohorts                      | {"starts":"some day"}                       | 400 | malformed-json
            PUT    | /api/enrolments/{own}/lessons/m1-l1 | {"seconds":"many"}                          | 400 | malformed-json
            PUT    | /api/enrolments/{own}/lessons/m1-l1 | {"seconds":-1}                              | 400 | invalid-input
            PUT    | /api/enrolments/{own}/lessons/m1-l1 | {"done":true}                               | 400 | invalid-input
            PUT    | /api/attempts/{attempt}/answers/x       | {"response":{"choice":"true"}}              | 400 | invalid-input
            PUT    | /api/attempts/{attempt}/answers/x       | {"response":                                | 400 | malformed-json
            PUT    | /api/attempts/{attempt}/answers/x       | null                                        | 400 | malformed-json
            GET    | /api/outbox?state=lost            | -                                           | 400 | no-such-state
            GET    | /api/outbox?size=lots             | -                                           | 400 | invalid-input
            GET    | /api/outbox?size=                 | -                                           | 400 | invalid-input
            GET    | /api/outbox?size=0                | -                                           | 400 | invalid-input
            GET    | /api/outbox?page=99999999999      | -                                           | 400 | invalid-input
            GET    | /api/holidays?year=now            | -                                           | 400 | invalid-input
            PUT    | /api/me/notices                   | {"reminders":"yes"}                         | 400 | invalid-input
            PUT    | /api/me/notices                   | {"reminders":1}                             | 400 | invalid-input
            PUT    | /api/me/notices                   | {"reminders":                               | 400 | malformed-json
            PUT    | /api/enrolments/{own}/lessons/m1-l1 | {"seconds":1,"done":"no"}                   | 400 | invalid-input
            GET    | /api/nothing                      | -                                           | 404 | http-404
            GET    | /api                              | -                                           | 404 | http-404
            GET    | /api/enrolments/1                 | -                                           | 404 | unknown-enrolment
            DELETE | /api/courses                      | -                                           | 405 | http-405
            PATCH  | /api/me                           | {}                                          | 405 | http-405
            """)
    default void answersWhatIsWrongWithAProblem(String method, String path, String body, int status, String code) {
        Visitor visitor = path.startsWith("/api/outbox") || path.startsWith("/api/cohorts")
                ? person(ADMINISTRATOR)
                : person(LEARNER);

        assertProblem(visitor.send(method, filled(path), body == null ? "" : body), status, code);
    }

    @Test
    default void namesTheFieldOfANumberOrABooleanThatIsNone() {
        JsonObject number =
                error(person(ADMINISTRATOR).and("Accept-Language", "en").get("/api/outbox?size=lots"));
        assertThat(number.getString("field")).isEqualTo("size");
        assertThat(number.getString("message")).isEqualTo("is not a whole number");
        JsonObject choice =
                error(person(LEARNER).and("Accept-Language", "en").put("/api/me/notices", "{\"reminders\":\"yes\"}"));
        assertThat(choice.getString("field")).isEqualTo("reminders");
        assertThat(choice.getString("message")).isEqualTo("is neither true nor false");
    }

    private static JsonObject error(Answer answer) {
        return answer.json().asJsonObject().getJsonArray("errors").getJsonObject(0);
    }

    @Test
    default void refusesBodiesItDoesNotRead() {
        Visitor plain = person(LEARNER).and("Content-Type", "text/plain");

        assertProblem(plain.post("/api/session", "hello"), 415, "http-415");
        assertProblem(
                person(COORDINATOR).and("Content-Type", "image/png").post("/api/institutes/bpatc/roster-plans", "x"),
                415,
                "http-415");
    }

    @Test
    default void namesWhatCanBeDoneWhereSomethingCannot() {
        assertThat(stranger().send("DELETE", "/api/courses", "").header("Allow"))
                .contains("GET");
    }

    @Test
    default void saysWhatIsWrongWithEachFieldInTheReadersLanguage() {
        Answer bangla = stranger().with("Accept-Language", "bn").post("/api/session", "{\"email\":\"a@b.example\"}");
        Answer english = stranger().with("Accept-Language", "en").post("/api/session", "{\"email\":\"a@b.example\"}");

        JsonObject error = english.json().asJsonObject().getJsonArray("errors").getJsonObject(0);
        assertThat(error.getString("field")).isEqualTo("password");
        assertThat(error.getString("code")).isEqualTo("missing");
        assertThat(error.getString("message")).isEqualTo("is missing");
        assertThat(bangla.json().asJsonObject().getString("detail")).matches(".*[\\u0980-\\u09FF].*");
    }

    static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.text()).contains("urn:sopan:problem:" + code);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        JsonObject problem = answer.json().asJsonObject();
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(problem.getString("detail")).isNotBlank();
        assertThat(problem.getString("instance")).isEqualTo(answer.header("X-Request-Id"));
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }
}
