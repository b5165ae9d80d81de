package org.sopan.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same jar on PostgreSQL, by four settings; and what people see while the database is away. */
class PostgresIT {
    private static final Path FOLDER = Workplace.folder("postgres");
    private static final Path DATABASE = FOLDER.resolve("database");
    private static final int PORT = Workplace.freePort();
    private static EmbeddedPostgres database;
    private static RunningServer server;

    @BeforeAll
    static void start() throws IOException {
        database = postgres();
        server = RunningServer.demo(
                FOLDER,
                Map.of(
                        "sopan.db.class", "org.postgresql.ds.PGSimpleDataSource",
                        "sopan.db.url", "jdbc:postgresql://127.0.0.1:" + PORT + "/postgres?stringtype=unspecified",
                        "sopan.db.user", "postgres",
                        "sopan.db.password", "postgres"));
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
        database.close();
    }

    private static EmbeddedPostgres postgres() throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(PORT)
                .setDataDirectory(DATABASE)
                .setCleanDataDirectory(false)
                .start();
    }

    @Test
    void runsTheMainJob() {
        Trainer trainer = new Trainer(server.as("trainer"), new AnswerKey());

        trainer.complete();

        assertThat(Eventually.get("the certificate", Duration.ofSeconds(20), () -> trainer.certificates().stream()
                                .findFirst())
                        .getString("status"))
                .isEqualTo("valid");
    }

    @Test
    void says503WhileTheDatabaseIsAwayAndGoesOnAfterwards() throws IOException {
        Api coordinator = server.as("coordinator");
        String progress = "/api/institutes/bpatc/progress?course=foundations";
        coordinator.get(progress).expect(200);

        database.close();
        Answer away = coordinator.get(progress);
        away.problem(503, "database-away");
        assertThat(away.header("Retry-After")).isNotEmpty();
        assertThat(server.api().get("/health/ready").status()).isEqualTo(503);

        database = postgres();
        Eventually.holds(
                "the server is ready again",
                Duration.ofSeconds(30),
                () -> server.api().get("/health/ready").status() == 200);
        coordinator.get(progress).expect(200);
    }
}
