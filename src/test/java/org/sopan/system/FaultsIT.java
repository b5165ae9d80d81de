package org.sopan.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What goes wrong in the field: it loses nothing, tells nobody what is not theirs, and is named. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultsIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String MODULE = "foundations/m1-ideas-rights-standards/module.yaml";
    private static final String PASSWORD = "নদীর ধারে ৭টি বটগাছ";

    @AutoClose
    private final MailServer smtp = new MailServer();

    private final AnswerKey key = new AnswerKey();
    private final Path courses = Workplace.folder("faults").resolve("courses");

    @AutoClose
    private RunningServer server;

    private Api administrator;

    @BeforeAll
    void begin() {
        smtp.start();
        Workplace.copy(Workplace.COURSES, courses);
        Map<String, String> settings = new HashMap<>(smtp.settings());
        settings.put("sopan.courses", courses.toString());
        server = RunningServer.demo(courses.resolveSibling("."), settings);
        administrator = server.as("administrator");
    }

    private Trainer trainer(String name) {
        return new Trainer(server.as(name), key);
    }

    private List<JsonObject> certificateMails(String address) {
        return administrator
                .get("/api/outbox?size=500")
                .expect(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(mail -> mail.getString("template").equals("certificate"))
                .filter(mail -> mail.getString("address").equals(address))
                .toList();
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class MailServerAway {
        private static final String EMAIL = "dipali.debnath@sopan.example";

        @Test
        void keepsTheMailQueuedAndSendsItLater() {
            smtp.stop();
            trainer("dipali.debnath").complete();
            Eventually.holds("the trouble is told", SOON, () -> administrator
                    .get("/api/outbox/status")
                    .expect(200)
                    .text()
                    .contains("\"trouble\":{"));
            JsonObject waiting =
                    Eventually.get("a mail that could not be sent", SOON, () -> certificateMails(EMAIL).stream()
                            .filter(mail -> mail.getString("state").equals("queued"))
                            .findFirst());
            assertThat(waiting.getInt("attempts"))
                    .as("the server's trouble is not the message's")
                    .isZero();
            assertThat(administrator.get("/api/outbox?state=queued").expect(200).text())
                    .contains(waiting.getString("id"));
            smtp.start();
            administrator
                    .post("/api/outbox/" + waiting.getString("id") + "/retry")
                    .expect(200);
            assertThat(smtp.await(EMAIL, "আপনার সনদ").attachment()).isPresent();
            certificateMails(EMAIL).stream()
                    .filter(mail -> mail.getString("state").equals("queued"))
                    .forEach(mail -> administrator.post("/api/outbox/" + mail.getString("id") + "/retry"));
            Eventually.holds("the mail is sent", SOON, () -> certificateMails(EMAIL).stream()
                    .allMatch(mail -> mail.getString("state").equals("sent")));
            assertThat(certificateMails(EMAIL))
                    .as("participation and completion")
                    .hasSize(2);
            assertThat(smtp.to(EMAIL)).hasSize(2);
            administrator
                    .post("/api/outbox/" + waiting.getString("id") + "/retry")
                    .problem(409, "changed-meanwhile");
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class BrokenCourse {
        @Test
        void servesTheRunningReleaseUntilItIsMended() throws IOException {
            Path file = courses.resolve(MODULE);
            String sound = Files.readString(file);
            String release = release();
            int line = (int) sound.lines().count() + 1;
            Files.writeString(file, sound + "broken: [\n");
            Eventually.holds("health names the file", SOON, () -> health().contains("\"" + MODULE + ":"));
            assertThat(health()).containsPattern("\"" + MODULE + ":(" + line + "|" + (line + 1) + ")\"");
            assertThat(server.log())
                    .containsPattern("WARNING .* courses/" + MODULE + ":(" + line + "|" + (line + 1) + ") ");
            server.api().get("/health/ready").expect(200);
            assertThat(release()).isEqualTo(release);
            Trainer reader = trainer("abdul.quddus");
            for (String lesson : reader.required("lesson")) {
                reader.api().get("/api/courses/foundations/lessons/" + lesson).expect(200);
            }
            Files.writeString(file, sound.replaceFirst("(?m)^  en: .*$", "  en: Mended"));
            Eventually.holds("the mended course is live", SOON, () -> !release().equals(release));
            assertThat(server.api().get("/api/courses/foundations").text()).contains("\"Mended\"");
            assertThat(health()).doesNotContain(MODULE);
            reader.finish(reader.required("lesson").get(0)).expect(200);
        }

        private String release() {
            return server.api()
                    .get("/api/courses/foundations")
                    .expect(200)
                    .json()
                    .getString("release");
        }

        private String health() {
            return server.api().get("/health/ready").text();
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class SigningIn {
        private static final String KNOWN = "ukya.marma@sopan.example";
        private static final String UNKNOWN = "nobody@sopan.example";

        @Test
        void tellsNobodyWhetherAnAccountExistsAndSlowsGuessing() {
            assertThat(withoutInstance(server.api().trySignIn(KNOWN, "wrong").problem(401, "wrong-credentials")))
                    .isEqualTo(withoutInstance(
                            server.api().trySignIn(UNKNOWN, "wrong").problem(401, "wrong-credentials")));
            for (String email : List.of(UNKNOWN, KNOWN)) {
                Answer slowed = Eventually.get("sign-in is slowed", SOON, () -> Optional.of(
                                server.api().trySignIn(email, "wrong"))
                        .filter(answer -> answer.status() != 401));
                slowed.problem(429, "sign-in-throttled");
                assertThat(Integer.parseInt(slowed.header("Retry-After"))).isBetween(1, 60);
            }
            Eventually.holds(
                    "the account slows, but never locks",
                    Duration.ofSeconds(70),
                    () -> server.api().trySignIn(KNOWN, server.password()).status() == 200);
        }

        /** Hashing a password takes tens of milliseconds wherever it runs; a count begun too late shows a fraction. */
        @Test
        void isLoggedWithTheTimeThatItTook() {
            String id = server.api().trySignIn("late@sopan.example", "wrong").header("X-Request-Id");
            String line = Eventually.get("the line of the request", SOON, () -> server.log()
                    .lines()
                    .filter(each -> each.contains("\"id\":\"" + id + "\""))
                    .findFirst());
            String took = line.replaceFirst(".*\"ms\":([0-9.]+).*", "$1");
            assertThat(Double.parseDouble(took)).as(line).isGreaterThan(5);
        }

        private static JsonObject withoutInstance(JsonObject problem) {
            return Json.createObjectBuilder(problem).remove("instance").build();
        }

        @Test
        void endsWithSigningOut() {
            Api one = server.as("nasreen.akter");
            Api other = server.as("nasreen.akter");
            one.delete("/api/session").expect(204);
            one.get("/api/me").problem(401, "sign-in-needed");
            other.get("/api/me").expect(200);
        }

        @Test
        void beginsAnewWithAnotherPassword() {
            String email = "teresa.gomes@sopan.example";
            List<Api> open = List.of(server.as("teresa.gomes"), server.as("teresa.gomes"));
            server.api().post("/api/password-resets", Map.of("email", UNKNOWN)).expect(202);
            server.api().post("/api/password-resets", Map.of("email", email)).expect(202);
            String token = smtp.await(email, "A new password").link().group(3);
            Map<String, String> chosen = Map.of("token", token, "password", PASSWORD);
            server.api()
                    .post("/api/password-resets", Map.of("token", token, "password", "short"))
                    .problem(422, "weak-password");
            server.api().post("/api/invitations", chosen).problem(410, "link-not-valid");
            server.api().post("/api/password-resets", chosen).expect(200);
            open.forEach(session -> session.get("/api/me").problem(401, "sign-in-needed"));
            server.api().post("/api/password-resets", chosen).problem(410, "link-not-valid");
            server.api().trySignIn(email, server.password()).expect(401);
            server.api().signIn(email, PASSWORD).get("/api/me").expect(200);
            assertThat(smtp.to(UNKNOWN)).isEmpty();
        }
    }

    @Test
    void anotherInstitutesCoordinatorFindsNothing() {
        Api nilg = server.as("nilg.coordinator");
        nilg.get("/api/institutes/nilg/progress").expect(200);
        nilg.get("/api/institutes/bpatc/progress").problem(404, "unknown-organization");
        nilg.send("POST", "/api/institutes/bpatc/roster-plans", "text/csv", "email,name\na@b.example,A\n")
                .problem(404, "unknown-organization");
        String plan = server.as("coordinator")
                .send("POST", "/api/institutes/bpatc/roster-plans", "text/csv", "email,name\na@b.example,A\n")
                .expect(201)
                .json()
                .getString("id");
        nilg.post("/api/roster-plans/" + plan + "/application").problem(404, "unknown-roster-plan");
        nilg.delete("/api/roster-plans/" + plan).problem(404, "unknown-roster-plan");
        server.as("trainer").get("/api/institutes/bpatc/progress").problem(403, "forbidden");
    }

    @Test
    void twoLastActsAtOnceGiveOneCertificate() {
        Trainer trainer = trainer("jahangir.sarker");
        List<String> lessons = trainer.required("lesson");
        trainer.finishAll(lessons.subList(1, lessons.size()));
        List<String> quizzes = trainer.required("quiz");
        quizzes.subList(1, quizzes.size()).forEach(trainer::pass);
        JsonObject attempt = trainer.readyToPass(quizzes.get(0));
        assertThat(trainer.certificates()).isEmpty();
        Supplier<Answer> reading = () -> trainer.finish(lessons.get(0));
        Supplier<Answer> submitting = () -> trainer.submit(attempt);
        AtOnce.call(reading, submitting, reading, submitting).forEach(answer -> answer.expect(200));
        assertThat(trainer.certificates()).hasSize(1);
        assertThat(certificateMails("jahangir.sarker@sopan.example"))
                .as("participation and completion, each once")
                .hasSize(2);
        smtp.await("jahangir.sarker@sopan.example", "আপনার সনদ: কোর্স সমাপনী সনদ");
    }
}
