package org.sopan.container;

import jakarta.json.JsonValue;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.sopan.container.Visitor.Answer;

/** The people of the demo as visitors of a server, each signed in once. */
interface DemoPeople {
    String LEARNER = "trainer";
    String OTHER_LEARNER = "tanvir.hasan";
    String COORDINATOR = "coordinator";
    String COORDINATOR_ELSEWHERE = "nilg.coordinator";
    String ADMINISTRATOR = "administrator";
    String NEW_COHORT =
            """
            {"host":"bpatc","course":"large","title":{"en":"Batch"},"starts":"2026-12-01","ends":"2027-01-31"}
            """;
    Map<String, Visitor> SIGNED_IN = new ConcurrentHashMap<>();

    URI server();

    default Visitor stranger() {
        return Visitor.stranger(server());
    }

    default Visitor person(String name) {
        return SIGNED_IN.computeIfAbsent(
                name + " at " + server(), key -> stranger().signedIn(name));
    }

    default String token(String name) {
        return person(name).headers().get(1).substring("Bearer ".length());
    }

    /** The id of the learner's enrolment in the small course. */
    default String enrolment() {
        return enrolment(LEARNER, Ground.SMALL);
    }

    default String enrolment(String name, String course) {
        return person(name).get("/api/me/enrolments").json().asJsonArray().stream()
                .map(JsonValue::asJsonObject)
                .filter(each -> each.getJsonObject("course").getString("id").equals(course))
                .map(each -> each.getString("id"))
                .findFirst()
                .orElseThrow();
    }

    /** The id of the learner's open attempt at that course's quiz. */
    default String attempt() {
        return openAttempt().id();
    }

    /** The id of the question that was drawn for it. */
    default String drawn() {
        return openAttempt()
                .json()
                .asJsonObject()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
    }

    /** The text with the ids that these people have on this server. */
    default String filled(String text) {
        Map<String, Supplier<String>> places = Map.of(
                "{e}", this::enrolment,
                "{a}", this::attempt,
                "{d}", this::drawn,
                "{p}", () -> person(LEARNER).get("/api/me").id(),
                "{c}", () -> "df7061e3-53ba-483d-ab22-8f3af2efd8e9",
                "{unknown}", () -> "11111111-2222-4333-8444-555555555555",
                "{roster}", () -> "email,name_en\nsomeone@sopan.example,Someone\n",
                "{cohort}", () -> NEW_COHORT);
        String filled = text;
        for (Map.Entry<String, Supplier<String>> place : places.entrySet()) {
            if (filled.contains(place.getKey())) {
                filled = filled.replace(place.getKey(), place.getValue().get());
            }
        }
        return filled;
    }

    private Answer openAttempt() {
        String quiz = "/quizzes/" + Ground.SMALL + "-m1/attempts";
        return person(LEARNER).post("/api/enrolments/" + enrolment() + quiz, "");
    }
}
