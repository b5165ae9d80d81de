package org.sopan.container;

import jakarta.json.JsonValue;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The people of the demo as visitors of a server, each signed in once. */
interface DemoPeople {
    String LEARNER = "trainer";
    String OTHER_LEARNER = "tanvir.hasan";
    String COORDINATOR = "coordinator";
    String COORDINATOR_ELSEWHERE = "nilg.coordinator";
    String ADMINISTRATOR = "administrator";
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
        return person(LEARNER).get("/api/me/enrolments").json().asJsonArray().stream()
                .map(JsonValue::asJsonObject)
                .filter(each -> each.getJsonObject("course").getString("id").equals(Ground.SMALL))
                .map(each -> each.getString("id"))
                .findFirst()
                .orElseThrow();
    }

    /** The id of the learner's open attempt at that course's quiz. */
    default String attempt() {
        String quiz = "/quizzes/" + Ground.SMALL + "-m1/attempts";
        return person(LEARNER).post("/api/enrolments/" + enrolment() + quiz, "").id();
    }
}
