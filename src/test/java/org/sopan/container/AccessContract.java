package org.sopan.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sopan.container.ProblemContract.assertProblem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    default void saysTheSameOfUnknownPeopleAndWrongPasswords() {
        Answer unknown = stranger().post("/api/session", "{\"email\":\"nobody@sopan.example\",\"password\":\"x\"}");
        Answer wrong =
                stranger().post("/api/session", "{\"email\":\"dipali.debnath@sopan.example\",\"password\":\"x\"}");

        assertProblem(unknown, 401, "wrong-credentials");
        assertProblem(wrong, 401, "wrong-credentials");
        assertThat(wrong.json().asJsonObject().getString("detail"))
                .isEqualTo(unknown.json().asJsonObject().getString("detail"));
    }

    /** 401 without a token, 403 for a role that never may, 404 outside one's scope. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
            # who asks: a stranger, the learner, another one, her coordinator, that of another institute, an administrator
            GET    | /api/courses                                       | -                                  | 200 | 200 | 200 | 200 | 200 | 200
            GET    | /api/courses/foundations                           | -                                  | 200 | 200 | 200 | 200 | 200 | 200
            GET    | /api/organizations?type=institute                  | -                                  | 200 | 200 | 200 | 200 | 200 | 200
            GET    | /api/certificates/0000-0000-0000X                  | -                                  | 404 | 404 | 404 | 404 | 404 | 404
            GET    | /api/certificates/0000-0000-0000X/pdf              | -                                  | 401 | 404 | 404 | 404 | 404 | 404
            GET    | /api/me                                            | -                                  | 401 | 200 | 200 | 200 | 200 | 200
            GET    | /api/me/enrolments                                 | -                                  | 401 | 200 | 200 | 200 | 200 | 200
            GET    | /api/me/awards                                     | -                                  | 401 | 200 | 200 | 200 | 200 | 200
            GET    | /api/me/certificates                               | -                                  | 401 | 200 | 200 | 200 | 200 | 200
            GET    | /api/courses/foundations/lessons/m1-l1             | -                                  | 401 | 200 | 200 | 200 | 200 | 200
            GET    | /api/courses/large/lessons/m1-l1                   | -                                  | 401 | 404 | 404 | 200 | 200 | 200
            GET    | /api/enrolments/{e}                                | -                                  | 401 | 200 | 404 | 200 | 404 | 200
            PUT    | /api/enrolments/{e}/lessons/m1-l1                  | {"seconds":1}                      | 401 | 200 | 404 | 404 | 404 | 404
            POST   | /api/enrolments/{e}/quizzes/foundations-m1/attempts | -                                  | 401 | 200 | 404 | 404 | 404 | 404
            GET    | /api/attempts/{a}                                  | -                                  | 401 | 200 | 404 | 404 | 404 | 404
            PUT    | /api/attempts/{a}/answers/{d}                      | {"seq":1,"response":null}          | 401 | 200 | 404 | 404 | 404 | 404
            POST   | /api/attempts/{unknown}/submission                 | -                                  | 401 | 404 | 404 | 404 | 404 | 404
            POST   | /api/enrolments                                    | {"course":"more-1","person":"{p}"} | 401 | 403 | 404 | 201 | 404 | 409
            GET    | /api/cohorts/{c}                                   | -                                  | 401 | 403 | 403 | 200 | 200 | 200
            GET    | /api/cohorts/{unknown}                             | -                                  | 401 | 403 | 403 | 404 | 404 | 404
            POST   | /api/cohorts                                       | {cohort}                           | 401 | 403 | 403 | 201 | 404 | 201
            GET    | /api/institutes/bpatc/progress                     | -                                  | 401 | 403 | 403 | 200 | 404 | 200
            POST   | /api/institutes/bpatc/roster-plans                 | {roster}                           | 401 | 403 | 403 | 201 | 404 | 201
            POST   | /api/institutes/bpatc/roster-plans                 | email,name_en                      | 401 | 403 | 403 | 422 | 404 | 422
            GET    | /api/institutes/bpatc/roster-plans                 | -                                  | 401 | 403 | 403 | 200 | 404 | 200
            GET    | /api/roster-plans/{unknown}                        | -                                  | 401 | 403 | 403 | 404 | 404 | 404
            DELETE | /api/roster-plans/{unknown}                        | -                                  | 401 | 403 | 403 | 404 | 404 | 404
            PUT    | /api/roster-plans/{unknown}/decisions              | {"rows":[]}                        | 401 | 403 | 403 | 404 | 404 | 404
            GET    | /api/roster-plans/{unknown}/rows                   | -                                  | 401 | 403 | 403 | 404 | 404 | 404
            GET    | /api/roster-plans/{unknown}/report                 | -                                  | 401 | 403 | 403 | 404 | 404 | 404
            POST   | /api/roster-plans/{unknown}/application            | -                                  | 401 | 403 | 403 | 404 | 404 | 404
            GET    | /api/roster-plans/{unknown}/application            | -                                  | 401 | 403 | 403 | 404 | 404 | 404
            DELETE | /api/roster-plans/{unknown}/application            | -                                  | 401 | 403 | 403 | 404 | 404 | 404
            GET    | /api/roster-template                               | -                                  | 401 | 403 | 403 | 200 | 200 | 200
            GET    | /api/outbox                                        | -                                  | 401 | 403 | 403 | 403 | 403 | 200
            POST   | /api/outbox/{unknown}/retry                        | -                                  | 401 | 403 | 403 | 403 | 403 | 404
            POST   | /api/courses/foundations/release                   | -                                  | 401 | 403 | 403 | 403 | 403 | 200
            POST   | /api/certificates/0/revocation                     | {"reason":"holder-request"}        | 401 | 403 | 403 | 403 | 403 | 404
            POST   | /api/certificates/0/replacement                    | {"reason":"name-correction"}       | 401 | 403 | 403 | 403 | 403 | 404
            POST   | /api/backup                                        | -                                  | 401 | 401 | 401 | 401 | 401 | 401
            """)
    default void letsEachRoleDoWhatIsTheirs(
            String method,
            String path,
            String body,
            int nobody,
            int self,
            int other,
            int coordinator,
            int elsewhere,
            int administrator) {
        Map<String, Integer> expected = new LinkedHashMap<>();
        expected.put("", nobody);
        expected.put(LEARNER, self);
        expected.put(OTHER_LEARNER, other);
        expected.put(COORDINATOR, coordinator);
        expected.put(COORDINATOR_ELSEWHERE, elsewhere);
        expected.put(ADMINISTRATOR, administrator);
        String asked = filled(path);
        String sent = filled(body == null ? "" : body);
        Map<String, Integer> answered = new LinkedHashMap<>();
        expected.keySet().forEach(name -> {
            Visitor visitor = name.isEmpty() ? stranger() : person(name);
            Visitor typed = path.endsWith("roster-plans") ? visitor.and("Content-Type", "text/csv") : visitor;
            answered.put(name, typed.send(method, asked, sent).status());
        });

        assertThat(answered).isEqualTo(expected);
    }

    @Test
    default void savesNothingIntoAnothersAttempt() {
        String answers = "[{\"item\":\"%s\",\"seq\":900,\"response\":{\"choice\":\"true\"}}]".formatted(drawn());

        Answer another = person(OTHER_LEARNER).post("/api/attempts/" + attempt() + "/answers", answers);

        assertThat(another.text()).contains("\"status\":404").doesNotContain("receipt\":\"");
        assertThat(person(LEARNER).get("/api/attempts/" + attempt()).text()).doesNotContain("\"seq\":900");
    }

    private static List<String> attributes(String cookie) {
        return List.of(cookie.toLowerCase(Locale.ROOT).split(";\\s*", -1));
    }
}
