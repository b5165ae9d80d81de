package org.sopan.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sopan.container.Visitor.Answer;

/** What the people of the demo do, over HTTP. */
interface DemoActs extends DemoPeople {
    default void enrol(String name, String course) {
        String body = "{\"course\":\"%s\",\"person\":\"%s\",\"cohort\":\"%s\"}"
                .formatted(course, person(name).get("/api/me").id(), openCohort(course, 9));
        Answer answer = person(COORDINATOR).post("/api/enrolments", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    default String openCohort(String course, int seats) {
        String body = ("{\"host\":\"bpatc\",\"course\":\"%s\",\"title\":{\"en\":\"Batch\"},"
                        + "\"starts\":\"2026-12-01\",\"ends\":\"2027-01-31\",\"seats\":{\"bpatc\":%d}}")
                .formatted(course, seats);
        return person(COORDINATOR).post("/api/cohorts", body).id();
    }

    default String roster(String who, int people) {
        return IntStream.rangeClosed(1, people)
                .mapToObj(n -> who + n + "@sopan.example,Person " + n)
                .collect(Collectors.joining("\n", "email,name_en\n", "\n"));
    }

    default String plan(String cohort, String list) {
        return person(COORDINATOR)
                .and("Content-Type", "text/csv")
                .post("/api/institutes/bpatc/roster-plans?cohort=" + cohort, list)
                .id();
    }

    default Answer apply(String plan) {
        return person(COORDINATOR).post("/api/roster-plans/" + plan + "/application", "");
    }

    default JsonObject begin(String name, String course) {
        String quiz = "/quizzes/" + course + "-m1/attempts";
        return person(name)
                .post("/api/enrolments/" + enrolment(name, course) + quiz, "")
                .json()
                .asJsonObject();
    }

    default List<String> items(JsonObject attempt) {
        return attempt.getJsonArray("items").stream()
                .map(JsonValue::asJsonObject)
                .map(item -> item.getString("id"))
                .toList();
    }

    default Answer answer(Visitor visitor, JsonObject attempt, String item, int seq) {
        return visitor.put(
                "/api/attempts/" + attempt.getString("id") + "/answers/" + item,
                "{\"seq\":%d,\"response\":{\"choice\":\"true\"}}".formatted(seq));
    }

    default Answer finish(Visitor visitor, String enrolment) {
        return visitor.put("/api/enrolments/" + enrolment + "/lessons/m1-l1", "{\"seconds\":60,\"done\":true}");
    }

    default Answer submit(Visitor visitor, JsonObject attempt) {
        return visitor.post("/api/attempts/" + attempt.getString("id") + "/submission", "");
    }
}
