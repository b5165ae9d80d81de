package org.sopan.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sopan.container.ProblemContract.assertProblem;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sopan.container.Visitor.Answer;

/** Who gets in, with what, and what each may do then. */
interface AccessContract extends DemoPeople {
    @Test
    default void givesACookieThatOnlyThisHostOverTlsGetsBack() {
        Answer in = stranger().post("/api/session", Visitor.credentials("sumitra.roy"));
        String cookie = in.header("Set-Cookie");
        String token = in.json().asJsonObject().getString("token");

        assertThat(cookie).startsWith("__Host-sopan=" + token + ";");
        assertThat(attributes(cookie))
                .contains("httponly", "secure", "samesite=lax", "path=/")
                .noneMatch(attribute -> attribute.startsWith("domain"));

        Answer out = stranger()
                .with("Cookie", "__Host-sopan=" + token, "X-Requested-With", "sopan")
                .send("DELETE", "/api/session", "");
        assertThat(out.status()).isEqualTo(204);
        assertThat(attributes(out.header("Set-Cookie"))).contains("__host-sopan=", "max-age=0", "secure", "path=/");
        assertThat(stranger()
                        .with("Authorization", "Bearer " + token)
                        .get("/api/me")
                        .status())
                .isEqualTo(401);
    }

    @Test
    default void readsWithTheCookieAloneAndChangesOnlyForPagesOfOurs() {
        Visitor page = stranger().with("Cookie", "__Host-sopan=" + token(LEARNER));
        String lesson = "/api/enrolments/" + enrolment() + "/lessons/m1-l1";

        assertThat(page.get("/api/me").status()).isEqualTo(200);
        assertProblem(page.put(lesson, "{\"seconds\":1}"), 403, "x-requested-with-needed");
        assertThat(page.and("X-Requested-With", "sopan")
                        .put(lesson, "{\"seconds\":1}")
                        .status())
                .isEqualTo(200);
        assertThat(person(LEARNER).put(lesson, "{\"seconds\":1}").status()).isEqualTo(200);
    }

    @Test
    default void refusesABadHeaderEvenBesideAGoodCookie() {
        Visitor page = stranger().with("Cookie", "__Host-sopan=" + token(LEARNER));

        assertProblem(page.and("Authorization", "Bearer forged").get("/api/me"), 401, "sign-in-needed");
        assertProblem(page.and("Authorization", "Basic Zm9yZ2Vk").get("/api/me"), 401, "sign-in-needed");
        assertProblem(stranger().with("Cookie", "__Host-sopan=forged").get("/api/me"), 401, "sign-in-needed");
    }

    @Test
    default void takesNothingUnderTheSessionOfSomebodyElseThanThePageMeans() {
        String own = person(LEARNER).get("/api/me").json().asJsonObject().getString("id");
        String another =
                person(OTHER_LEARNER).get("/api/me").json().asJsonObject().getString("id");
        String answer = "{\"seq\":901,\"response\":null}";
        String path = "/api/attempts/" + attempt() + "/answers/" + drawn();

        assertProblem(person(LEARNER).and("X-Sopan-Person", another).put(path, answer), 401, "sign-in-needed");
        assertThat(person(LEARNER).get("/api/attempts/" + attempt()).text()).doesNotContain("\"seq\":901");
        assertThat(person(LEARNER).and("X-Sopan-Person", own).get("/api/me").status())
                .isEqualTo(200);
    }

    @Test
    default void saysTheSameOfUnknownPeopleAndWrongPasswords() {
        Answer unknown = stranger().post("/api/session", "{\"email\":\"nobody@sopan.example\",\"password\":\"x\"}");
        Answer wrong =
                stranger().post("/api/session", "{\"email\":\"dipali.debnath@sopan.example\",\"password\":\"x\"}");

        assertProblem(unknown, 401, "wrong-credentials");
        assertProblem(wrong, 401, "wrong-credentials");
        assertThat(wrong.json().asJsonObject().getString("detail"))
                .isEqualTo(unknown.json().asJsonObject().getString("detail"));
    }

    @Test
    default void savesNothingIntoAnothersAttempt() {
        String answers = "[{\"item\":\"%s\",\"seq\":900,\"response\":{\"choice\":\"true\"}}]".formatted(drawn());

        for (String name :
                List.of(OTHER_LEARNER, COORDINATOR_ELSEWHERE, VIEWER, FACILITATOR, COORDINATOR, ADMINISTRATOR)) {
            Answer another = person(name).post("/api/attempts/" + attempt() + "/answers", answers);
            assertThat(another.text()).as(name).contains("\"status\":404").doesNotContain("receipt\":\"");
        }
        assertThat(person(LEARNER).get("/api/attempts/" + attempt()).text()).doesNotContain("\"seq\":900");
    }

    private static List<String> attributes(String cookie) {
        return List.of(cookie.toLowerCase(Locale.ROOT).split(";\\s*", -1));
    }
}
