package org.sopan.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls that cannot be done: too late, too old, somebody else's, or malformed. Each is told why, and changes nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalsIT {
    private final AnswerKey key = new AnswerKey();

    @AutoClose
    private RunningServer server;

    private Trainer trainer;
    private String quiz;
    private JsonObject open;

    @BeforeAll
    void begin() {
        server = RunningServer.demo(Workplace.folder("refusals"), Map.of());
        trainer = new Trainer(server.as("trainer"), key);
        quiz = trainer.required("quiz").get(0);
        open = trainer.begin(trainer.required("quiz").get(1));
    }

    private Answer save(JsonObject attempt, JsonObject item, int seq, JsonValue response) {
        return trainer.api()
                .put(
                        Trainer.path(attempt) + "/answers/" + item.getString("id"),
                        Map.of("response", response, "seq", seq));
    }

    @Test
    void beganTwiceIsOneAttempt() {
        JsonObject attempt = trainer.begin(quiz);
        JsonObject again = trainer.api()
                .post(trainer.enrolment() + "/quizzes/" + quiz + "/attempts")
                .expect(200)
                .json();
        assertThat(again.getString("id")).isEqualTo(attempt.getString("id"));
        assertThat(again.getJsonArray("items")).isEqualTo(attempt.getJsonArray("items"));
        trainer.submit(attempt).expect(200);
    }

    @Test
    void aStaleAnswerIsToldWhatWasKept() {
        JsonObject attempt = trainer.begin(quiz);
        JsonObject item = Trainer.items(attempt).get(0);
        JsonObject response = key.answer(item);
        String receipt = save(attempt, item, 5, response).expect(200).json().getString("receipt");
        for (int seq : new int[] {3, 5}) {
            JsonObject stale = save(attempt, item, seq, JsonValue.NULL).problem(409, "stale-answer");
            assertThat(stale.getJsonObject("response")).isEqualTo(response);
            assertThat(stale.getInt("seq")).isEqualTo(5);
        }
        save(attempt, item, 3, response).problem(409, "stale-answer");
        assertThat(save(attempt, item, 5, response).expect(200).json().getString("receipt"))
                .isEqualTo(receipt);
        save(attempt, item, 6, JsonValue.NULL).expect(200);
        assertThat(save(attempt, item, 5, response).expect(200).json().getString("receipt"))
                .isEqualTo(receipt);
        assertThat(trainer.api()
                        .get(Trainer.path(attempt))
                        .json()
                        .getJsonObject("answers")
                        .getJsonObject(item.getString("id"))
                        .get("response"))
                .isEqualTo(JsonValue.NULL);
        trainer.submit(attempt).expect(200);
    }

    @Test
    void anItemThatIsNotInTheAttemptIsNotFound() {
        JsonObject attempt = trainer.begin(quiz);
        Map<String, ?> answer = Map.of("response", JsonValue.NULL, "seq", 1);
        List<String> drawn = Trainer.items(attempt).stream()
                .map(item -> item.getString("id"))
                .toList();
        String prefix = drawn.get(0).replaceFirst("\\d+$", "");
        List<String> others = Stream.iterate(1, i -> i + 1)
                .limit(20)
                .map(i -> prefix + (i < 10 ? "0" : "") + i)
                .filter(id -> !drawn.contains(id))
                .toList();
        assertThat(others).isNotEmpty();
        for (String other : others) {
            trainer.api()
                    .put(Trainer.path(attempt) + "/answers/" + other, answer)
                    .problem(404, "unknown-item");
        }
        trainer.submit(attempt).expect(200);
    }

    @Test
    void handedInTwiceAtOnceHasOneResult() {
        JsonObject attempt = trainer.begin(quiz);
        trainer.saveAll(attempt);
        List<Answer> results = AtOnce.call(
                () -> trainer.submit(attempt), () -> trainer.submit(attempt), () -> trainer.submit(attempt));
        assertThat(results).allSatisfy(result -> assertThat(result.expect(200).json())
                .isEqualTo(results.get(0).json()));
        assertThat(trainer.submit(attempt).expect(200).json())
                .isEqualTo(results.get(0).json());
    }

    @Test
    void anAnswerAfterHandingInIsRefusedAndOneThatWasKeptIsNot() {
        JsonObject attempt = trainer.begin(quiz);
        JsonObject item = Trainer.items(attempt).get(0);
        JsonObject response = key.answer(item);
        String receipt = save(attempt, item, 1, response).expect(200).json().getString("receipt");
        JsonObject result = trainer.submit(attempt).expect(200).json();
        save(attempt, item, 2, response).problem(409, "attempt-closed");
        save(attempt, Trainer.items(attempt).get(1), 1, JsonValue.NULL).problem(409, "attempt-closed");
        assertThat(save(attempt, item, 1, response).expect(200).json().getString("receipt"))
                .isEqualTo(receipt);
        String batch = Json.createArrayBuilder()
                .add(Json.createObjectBuilder()
                        .add("item", item.getString("id"))
                        .add("response", response)
                        .add("seq", 1))
                .add(Json.createObjectBuilder()
                        .add("item", item.getString("id"))
                        .add("response", response)
                        .add("seq", 9))
                .build()
                .toString();
        List<JsonObject> each = trainer.api()
                .send("POST", Trainer.path(attempt) + "/answers", "application/json", batch)
                .expect(200)
                .objects();
        assertThat(each.get(0).getString("receipt")).isEqualTo(receipt);
        assertThat(each.get(1).getInt("status")).isEqualTo(409);
        assertThat(each.get(1).getString("problem")).isEqualTo("attempt-closed");
        assertThat(trainer.submit(attempt).expect(200).json()).isEqualTo(result);
    }

    @Test
    void nobodyElseKnowsOfIt() {
        JsonObject attempt = trainer.begin(quiz);
        JsonObject item = Trainer.items(attempt).get(0);
        String lesson = trainer.required("lesson").get(0);
        for (String other : List.of("tanvir.hasan", "jahangir.sarker", "nilg.coordinator")) {
            Api api = server.as(other);
            Trainer thief = trainer.over(api);
            api.get(trainer.enrolment()).problem(404, "unknown-enrolment");
            thief.finish(lesson).problem(404, "unknown-enrolment");
            api.post(trainer.enrolment() + "/quizzes/" + quiz + "/attempts").problem(404, "unknown-enrolment");
            api.get(Trainer.path(attempt)).problem(404, "unknown-attempt");
            thief.save(attempt, item, 1).problem(404, "unknown-attempt");
            thief.submit(attempt).problem(404, "unknown-attempt");
        }
        Api coordinator = server.as("coordinator");
        coordinator.get(trainer.enrolment()).expect(200);
        trainer.over(coordinator).finish(lesson).problem(404, "unknown-enrolment");
        trainer.submit(attempt).expect(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    POST   | /api/session                      | application/json | {                                   | 400 | malformed-json
                    POST   | /api/session                      | application/json | null                                | 400 | invalid-input
                    POST   | /api/session                      | application/json | []                                  | 400 | malformed-json
                    POST   | /api/session                      | application/json | {"email":"a@b.example"}             | 400 | invalid-input
                    POST   | /api/session                      | text/plain       | {}                                  | 415 | http-415
                    POST   | /api/password-resets              | application/json | {"email":{}}                        | 400 | malformed-json
                    POST   | /api/invitations                  | application/json | {"token":"x","password":"0123456789a"} | 410 | link-not-valid
                    DELETE | /api/me                           | text/plain       | ``                                  | 405 | http-405
                    PATCH  | /api/nowhere                      | text/plain       | ``                                  | 404 | http-404
                    PUT    | ENROLMENT/lessons/no-such-lesson  | application/json | {"seconds":1,"done":true}           | 404 | unknown-lesson
                    PUT    | ENROLMENT/lessons/LESSON          | application/json | {"seconds":-1,"done":true}          | 400 | invalid-input
                    PUT    | ENROLMENT/lessons/LESSON          | application/json | {"seconds":"many"}                  | 400 | malformed-json
                    POST   | ENROLMENT/quizzes/no-such/attempts| application/json | {}                                  | 404 | unknown-quiz
                    PUT    | ATTEMPT/answers/ITEM              | application/json | {"response":null}                   | 400 | invalid-input
                    PUT    | ATTEMPT/answers/ITEM              | application/json | {"seq":1}                           | 400 | invalid-input
                    PUT    | ATTEMPT/answers/ITEM              | application/json | {"response":null,"seq":"1"}         | 400 | invalid-input
                    PUT    | ATTEMPT/answers/ITEM              | application/json | {"response":null,"seq":0}           | 400 | invalid-input
                    PUT    | ATTEMPT/answers/ITEM              | application/json | {"response":null,"seq":1.5}         | 400 | invalid-input
                    PUT    | ATTEMPT/answers/ITEM              | application/json | {"response":null,"seq":99999999999} | 400 | invalid-input
                    PUT    | ATTEMPT/answers/ITEM              | application/json | {"response":null,"seq":1e999999999} | 400 | invalid-input
                    PUT    | ATTEMPT/answers/ITEM              | application/json | {"response":[7],"seq":1}            | 422 | refused-response
                    PUT    | ATTEMPT/answers/ITEM              | application/json | {"response":{"choice":"x"},"seq":1} | 422 | refused-response
                    POST   | ATTEMPT/answers                   | application/json | {}                                  | 400 | malformed-json
                    POST   | ATTEMPT/answers                   | application/json | [7]                                 | 400 | malformed-json
                    GET    | /api/attempts/7                   | text/plain       | ``                                  | 404 | unknown-attempt
                    GET    | /api/courses/no-such-course       | text/plain       | ``                                  | 404 | unknown-course
                    GET    | /api/certificates/0000-0000-00000 | text/plain       | ``                                  | 404 | unknown-certificate
                    GET    | /api/outbox                       | text/plain       | ``                                  | 403 | forbidden
                    POST   | /api/backup                       | text/plain       | ``                                  | 401 | sign-in-needed
                    """)
    void aMalformedCallIsToldInAProblemThatTheLogKnows(
            String method, String path, String type, String body, int status, String code) {
        isKnownToTheLog(trainer.api().send(method, filledIn(path), type, body), status, code);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/outbox?state=lost, 400, no-such-state",
        "/api/outbox?size=0, 400, invalid-input",
        "/api/outbox?page=-1, 400, invalid-input",
        "/api/outbox?page=2147483647&size=500, 400, invalid-input",
        "/api/institutes/no-such/progress, 404, unknown-organization",
        "/api/institutes/bpatc/progress?cohort=7, 404, unknown-cohort",
        "/api/institutes/bpatc/progress?format=pdf, 406, http-406"
    })
    void soIsAnAdministrators(String path, int status, String code) {
        isKnownToTheLog(server.as("administrator").get(path), status, code);
    }

    @Test
    void aPageBeyondTheLastIsEmpty() {
        JsonObject page = server.as("administrator")
                .get("/api/outbox?page=1000000&size=500")
                .expect(200)
                .json();
        assertThat(page.getJsonArray("items")).isEmpty();
    }

    @Test
    void aTokenThatIsNoneIsRefused() {
        for (String token : List.of("", "x", "x".repeat(300), "'; drop table person; --")) {
            isKnownToTheLog(server.api().withToken(token).get("/api/me"), 401, "sign-in-needed");
        }
    }

    @ParameterizedTest
    @EnumSource(Unlist.class)
    void aFileThatIsNoListIsRefusedWithAReasonAndLeavesNothing(Unlist unlist) throws IOException {
        Api coordinator = server.as("coordinator");
        String plans = "/api/institutes/bpatc/roster-plans";
        int plansBefore = coordinator.get(plans).expect(200).json().getInt("total");
        int peopleBefore = coordinator
                .get("/api/people?institute=bpatc")
                .expect(200)
                .json()
                .getInt("total");
        Answer answer = coordinator.upload(plans, unlist.type, unlist.open());
        isKnownToTheLog(answer, unlist.status, unlist.code);
        assertThat(answer.json().getString("detail")).isNotBlank();
        assertThat(coordinator.get(plans).json().getInt("total")).isEqualTo(plansBefore);
        assertThat(coordinator.get("/api/people?institute=bpatc").json().getInt("total"))
                .isEqualTo(peopleBefore);
    }

    private String filledIn(String path) {
        return path.replace("ENROLMENT", trainer.enrolment())
                .replace("ATTEMPT", Trainer.path(open))
                .replace("LESSON", trainer.required("lesson").get(0))
                .replace("ITEM", Trainer.items(open).get(0).getString("id"));
    }

    private void isKnownToTheLog(Answer answer, int status, String code) {
        String id = answer.problem(status, code).getString("instance");
        assertThat(answer.header("X-Request-Id")).isEqualTo(id);
        Eventually.holds(
                id + " in the log", Duration.ofSeconds(10), () -> server.log().contains("\"id\":\"" + id + "\""));
    }
}
