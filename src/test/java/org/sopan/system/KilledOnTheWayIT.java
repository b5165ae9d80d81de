package org.sopan.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sopan.system.WatchedMailServer.Stage;

/**
 * {@code kill -9} on the way from the last answer to the mail's acknowledgement: the certificate is there once, its
 * mail is queued once and arrives. Only between the content and the mark that it was sent may it arrive twice, under the
 * same Message-ID.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledOnTheWayIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern MESSAGE_ID = Pattern.compile("(?m)^Message-ID:\\s*(\\S+)");
    private final AnswerKey key = new AnswerKey();

    @AutoClose
    private final WatchedMailServer smtp = new WatchedMailServer();

    @AutoClose
    private RunningServer server;

    private Api administrator;

    @BeforeAll
    void begin() {
        server = RunningServer.demo(Workplace.folder("killed-on-the-way"), smtp.settings());
        administrator = server.as("administrator");
    }

    @Test
    void atOnceAfterTheLastAnswer() throws Exception {
        Trainer trainer = beforeTheLastAct("sumitra.roy");
        JsonObject attempt = lastAttempt(trainer);
        trainer.submit(attempt).expect(200);
        server.kill();
        assertThat(arrivals("sumitra.roy")).containsExactly(1);
    }

    @ParameterizedTest
    @CsvSource({"ADDRESSED, ukya.marma, 1", "ACKNOWLEDGED, teresa.gomes, 2"})
    void whileTheMailLeaves(Stage stage, String name, int atMost) throws Exception {
        Trainer trainer = beforeTheLastAct(name);
        JsonObject attempt = lastAttempt(trainer);
        CountDownLatch killed = new CountDownLatch(1);
        AtomicBoolean once = new AtomicBoolean();
        smtp.watch(reached -> {
            if (reached == stage && once.compareAndSet(false, true)) {
                server.kill();
                killed.countDown();
                throw new WatchedMailServer.Dropped();
            }
        });
        trainer.submit(attempt).expect(200);
        assertThat(killed.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        smtp.watch(nothing -> {});
        assertThat(arrivals(name)).allSatisfy(times -> assertThat(times).isBetween(1, atMost));
    }

    /** One who lacks only the last quiz, and whose mail so far has arrived. */
    private Trainer beforeTheLastAct(String name) {
        Trainer trainer = new Trainer(server.as(name), key);
        trainer.finishAll(trainer.required("lesson"));
        List<String> quizzes = trainer.required("quiz");
        quizzes.subList(0, quizzes.size() - 1).forEach(trainer::pass);
        Eventually.holds("earlier mail is sent", SOON, () -> waiting().isEmpty());
        return trainer;
    }

    private JsonObject lastAttempt(Trainer trainer) {
        List<String> quizzes = trainer.required("quiz");
        return trainer.readyToPass(quizzes.get(quizzes.size() - 1));
    }

    /** After a new start: how often each of this person's messages with a certificate arrived. */
    private List<Integer> arrivals(String name) throws Exception {
        asIfTheClaimsWereOld();
        server.restart();
        administrator = server.as("administrator");
        Trainer trainer = new Trainer(server.as(name), key);
        List<JsonObject> completions = Eventually.get("the certificate", SOON, () -> {
            List<JsonObject> all = completions(trainer);
            return all.isEmpty() ? Optional.empty() : Optional.of(all);
        });
        assertThat(completions).hasSize(1);
        Eventually.holds("all mail is sent", SOON, () -> waiting().isEmpty());
        assertThat(completions(trainer)).hasSize(1);
        String serial = completions.get(0).getString("serial");
        List<String> messages = smtp.kept().stream()
                .filter(message -> message.contains("filename=" + serial) || message.contains(serial + ".pdf"))
                .toList();
        List<JsonObject> rows = outbox().stream()
                .filter(row ->
                        messages.stream().anyMatch(message -> messageId(message).equals(row.getString("messageId"))))
                .toList();
        assertThat(rows).hasSize(1);
        assertThat(messages)
                .extracting(KilledOnTheWayIT::messageId)
                .containsOnly(rows.get(0).getString("messageId"));
        return List.of(messages.size());
    }

    private static List<JsonObject> completions(Trainer trainer) {
        return trainer.certificates().stream()
                .filter(certificate ->
                        certificate.getJsonObject("award").getString("kind").equals("completion"))
                .toList();
    }

    private List<JsonObject> waiting() {
        return outbox().stream()
                .filter(row -> List.of("queued", "sending").contains(row.getString("state")))
                .toList();
    }

    private List<JsonObject> outbox() {
        return administrator
                .get("/api/outbox?size=500")
                .expect(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    private static String messageId(String message) {
        Matcher id = MESSAGE_ID.matcher(message);
        assertThat(id.find()).isTrue();
        return id.group(1);
    }

    /** A sender that was killed holds its claim for minutes; the test does not wait for them. */
    private void asIfTheClaimsWereOld() throws SQLException, IOException {
        String password = Workplace.read(server.data().resolve("keys").resolve("database"))
                .strip();
        String url =
                "jdbc:h2:file:" + server.data().resolve("db").resolve("sopan").toAbsolutePath()
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
        try (Connection database = DriverManager.getConnection(url, "sopan", password);
                Statement statement = database.createStatement()) {
            statement.execute(
                    "update outbox set claimed_until = timestamp with time zone '2020-01-01 00:00:00+00',"
                            + " due_at = timestamp with time zone '2020-01-01 00:00:00+00' where state in ('sending', 'queued')");
        }
    }
}
