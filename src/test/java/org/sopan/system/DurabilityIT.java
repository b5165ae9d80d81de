package org.sopan.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** What was acknowledged is there: after a kill, in a backup; and the file of the database does not grow for ever. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DurabilityIT {
    private static final Logger LOG = Logger.getLogger(DurabilityIT.class.getName());
    private static final List<String> WRITERS =
            List.of("sumitra.roy", "nasreen.akter", "ukya.marma", "abdul.quddus", "teresa.gomes");
    private static final int ANSWERS = 50_000;
    private static final int BATCH = 500;

    /**
     * H2 keeps what it no longer needs for 45 s, since a disk may have written later pages before earlier ones, and
     * makes the file smaller only while it has nothing else to do: on a busy machine long after.
     */
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private static final double SHRUNK = 0.6;
    private static final Duration COMMAND = Duration.ofSeconds(60);
    private final Path folder = Workplace.folder("durability");
    private final Path backup = folder.resolve("backup.zip");
    private final Path restoredData = Workplace.folder("durability-restored").resolve("data");
    private final AnswerKey key = new AnswerKey();

    @AutoClose
    private RunningServer server;

    @BeforeAll
    void begin() {
        server = RunningServer.demo(folder, Map.of());
    }

    /** An answer with its receipt. */
    private record Acknowledged(JsonObject item, int seq, String receipt) {}

    /** Someone who saves answers, one after the other, until told to stop or until the server is gone. */
    private final class Writer implements AutoCloseable {
        private final Trainer trainer;
        private final JsonObject attempt;
        private final ConcurrentLinkedQueue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
        private final CountDownLatch ten = new CountDownLatch(10);
        private final CompletableFuture<Void> writing;
        private volatile boolean ended;

        Writer(String person) {
            trainer = new Trainer(server.as(person), key);
            attempt = trainer.begin(trainer.required("quiz").get(0));
            writing = CompletableFuture.runAsync(this::write);
        }

        private void write() {
            for (int seq = 1; !ended; seq++) {
                for (JsonObject item : Trainer.items(attempt)) {
                    try {
                        JsonObject saved =
                                trainer.save(attempt, item, seq).expect(200).json();
                        acknowledged.add(new Acknowledged(item, seq, saved.getString("receipt")));
                        ten.countDown();
                    } catch (Api.NoAnswer gone) {
                        return;
                    }
                }
            }
        }

        List<Acknowledged> afterTen() throws InterruptedException {
            assertThat(ten.await(30, TimeUnit.SECONDS)).isTrue();
            return List.copyOf(acknowledged);
        }

        List<Acknowledged> all() {
            writing.orTimeout(30, TimeUnit.SECONDS).join();
            return List.copyOf(acknowledged);
        }

        @Override
        public void close() {
            ended = true;
            all();
        }
    }

    private static void areAllKept(Api api, Trainer trainer, JsonObject attempt, List<Acknowledged> acknowledged) {
        Trainer again = trainer.over(api);
        assertThat(acknowledged).allSatisfy(each -> assertThat(again.save(attempt, each.item(), each.seq())
                        .expect(200)
                        .json()
                        .getString("receipt"))
                .isEqualTo(each.receipt()));
        JsonObject kept = api.get(Trainer.path(attempt)).expect(200).json().getJsonObject("answers");
        assertThat(acknowledged).allSatisfy(each -> assertThat(
                        kept.getJsonObject(each.item().getString("id")).getInt("seq"))
                .isGreaterThanOrEqualTo(each.seq()));
    }

    @Test
    @Order(1)
    void whatWasAcknowledgedBeforeAKillIsThereAfterIt() throws InterruptedException {
        try (Writer writer = new Writer("tanvir.hasan")) {
            writer.afterTen();
            server.kill();
            List<Acknowledged> acknowledged = writer.all();
            server.restart();
            areAllKept(server.as("tanvir.hasan"), writer.trainer, writer.attempt, acknowledged);
        }
    }

    @Test
    @Order(2)
    void aBackupTakenWhileAnswersArriveBringsEverythingBack() throws InterruptedException {
        Trainer holder = new Trainer(server.as("dipali.debnath"), key);
        holder.complete();
        byte[] paper = paper(holder.api());
        Writer writer = new Writer("trainer");
        List<Acknowledged> before = writer.afterTen();
        run(server.settings(), 0, "backup", backup.toString());
        writer.close();
        Map<String, String> settings = Map.of("sopan.data", restoredData.toString());
        run(settings, 0, "restore", backup.toString());
        try (RunningServer restored = RunningServer.demo(restoredData.resolveSibling("."), settings)) {
            areAllKept(restored.as("trainer"), writer.trainer, writer.attempt, before);
            Api api = restored.as("dipali.debnath");
            assertThat(paper(api)).isEqualTo(paper);
            assertThat(restored.api().get("/.well-known/sopan/keys.json").text())
                    .as("the key that signs")
                    .isEqualTo(server.api().get("/.well-known/sopan/keys.json").text());
            for (String path : List.of("/api/me/certificates", "/api/me/awards", holder.enrolment())) {
                assertThat(api.get(path).expect(200).text())
                        .isEqualTo(holder.api().get(path).text());
            }
        }
    }

    @Test
    @Order(3)
    void aBackupIsNotRestoredOverOtherData() throws IOException {
        Path data = Workplace.folder("durability-not-empty");
        Path other = Files.writeString(data.resolve("other.txt"), "other");
        String refusal = run(Map.of("sopan.data", data.toString()), 1, "restore", backup.toString());
        assertThat(refusal.lines()).singleElement().asString().contains(data.toString(), "not empty");
        assertThat(data).isDirectoryNotContaining(file -> !file.equals(other));
    }

    private static byte[] paper(Api api) {
        String path =
                api.get("/api/me/certificates").expect(200).objects().get(0).getString("pdf");
        Eventually.holds(
                "the paper", Duration.ofSeconds(20), () -> api.get(path).status() == 200);
        return api.get(path).bytes();
    }

    /** Runs a command to its end; gives what it said on standard error. */
    private static String run(Map<String, String> settings, int exitCode, String... command) {
        try (SopanProcess process = SopanProcess.run(Workplace.folder("durability-command"), settings, command)) {
            assertThat(process.exitCode(COMMAND)).as(process.log()).isEqualTo(exitCode);
            return process.log();
        }
    }

    @Test
    @Order(4)
    void theFileShrinksAgainAfterFiftyThousandAnswers() {
        long atFirst = databaseSize();
        AtomicLong fullest = new AtomicLong(atFirst);
        CompletableFuture.allOf(WRITERS.stream()
                        .map(person -> CompletableFuture.runAsync(() -> writeManyAnswers(person, fullest)))
                        .toArray(CompletableFuture[]::new))
                .join();
        // the fullest it ever was: where writing takes long, the file may have begun to shrink before the end
        Eventually.holds("the file shrinks", PATIENCE, () -> databaseSize() < fullest.get() * SHRUNK);
        LOG.log(Level.INFO, "bytes of the database: {0}, full {1}, idle {2}", new Object[] {
            atFirst, fullest, databaseSize()
        });
    }

    /** Ten thousand answers to one attempt, by batches as a device sends that was without a connection. */
    private void writeManyAnswers(String person, AtomicLong fullest) {
        Trainer trainer = new Trainer(server.as(person), key);
        JsonObject attempt = trainer.begin(trainer.required("quiz").get(0));
        List<JsonObject> items = Trainer.items(attempt);
        for (int seq = 1; seq <= ANSWERS / WRITERS.size() / items.size(); seq += BATCH / items.size()) {
            JsonArrayBuilder batch = Json.createArrayBuilder();
            for (int i = 0; i < BATCH; i++) {
                JsonObject item = items.get(i % items.size());
                batch.add(Json.createObjectBuilder()
                        .add("item", item.getString("id"))
                        .add("response", key.answer(item))
                        .add("seq", seq + i / items.size()));
            }
            Answer saved = trainer.api()
                    .send(
                            "POST",
                            Trainer.path(attempt) + "/answers",
                            "application/json",
                            batch.build().toString());
            assertThat(saved.expect(200).objects()).hasSize(BATCH).allMatch(each -> each.getInt("status") == 200);
            fullest.accumulateAndGet(databaseSize(), Math::max);
        }
    }

    private long databaseSize() {
        try {
            return Files.size(server.data().resolve("db").resolve("sopan.mv.db"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
