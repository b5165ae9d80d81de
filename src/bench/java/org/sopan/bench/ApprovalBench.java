package org.sopan.bench;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * {@code mvn -Pbench -Dbench.main=org.sopan.bench.ApprovalBench}: one decision that approves ten thousand awards, over
 * HTTP, on H2 and PostgreSQL: until it is accepted, and until every certificate is in the register and its mail queued.
 */
public final class ApprovalBench {
    private static final int AWARDS = 10_000;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String AWARD =
            """
              - {kind: institute, title: {en: Institute Certificate, bn: প্রতিষ্ঠান সনদ}, scope: programme, modules: track,
                 conditions: [{lessons: required}, {quizzes: passed}], issue: after-approval}
            """;
    private final Path folder = Path.of(setting("folder")).resolveSibling("bench-approval");

    private ApprovalBench() {}

    public static void main(String[] arguments) throws Exception {
        new ApprovalBench().run();
    }

    private void run() throws Exception {
        Server.clear(folder);
        Path courses = folder.resolve("courses");
        WideCourse.write(courses);
        Path programme = courses.resolve("programme.yaml");
        Files.writeString(programme, Files.readString(programme) + AWARD);
        for (String database : setting("databases").split(",")) {
            Path place = Files.createDirectories(folder.resolve(database));
            try (MeasuredDatabase measured = MeasuredDatabase.of(database, place)) {
                start(place, measured).close();
                List<UUID> awards = fill(measured);
                try (Server server = start(place, measured)) {
                    approve(database, server, measured, awards);
                }
            }
        }
    }

    private Server start(Path place, MeasuredDatabase measured) throws IOException, InterruptedException {
        return Server.start(
                Path.of(setting("jar")),
                List.of(setting("jvm").strip().split("\\s+")),
                folder.resolve("courses"),
                place,
                measured.environment());
    }

    private static void approve(String database, Server server, MeasuredDatabase measured, List<UUID> awards)
            throws IOException, InterruptedException {
        Client client = new Client(server.url());
        String token = ReportsBench.administrator(client);
        JsonArrayBuilder ids = Json.createArrayBuilder();
        awards.forEach(award -> ids.add(award.toString()));
        JsonObject wanted = Json.createObjectBuilder()
                .add("verdict", "approve")
                .add("awards", ids)
                .add("memo", Json.createObjectBuilder().add("number", "04.00.0000.422"))
                .build();
        Duration before = server.cpu().plus(measured.cpu());
        long began = System.nanoTime();
        JsonObject decision = client.post("/api/decisions", token, wanted).asJsonObject();
        long accepted = System.nanoTime();
        while (!decision.getBoolean("finished")) {
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new IOException("not finished: " + decision);
            }
            Thread.sleep(200);
            decision = client.get("/api/decisions/" + decision.getString("id"), token)
                    .asJsonObject();
        }
        System.out.printf(
                "bench: %s: %,d approved: accepted in %d ms, carried out in %.1f s, CPU %.1f s (papers that were drawn"
                        + " meanwhile included)%n",
                database,
                decision.getJsonObject("outcomes").getInt("approved"),
                (accepted - began) / 1_000_000,
                (System.nanoTime() - accepted) / 1e9,
                server.cpu().plus(measured.cpu()).minus(before).toMillis() / 1e3);
    }

    /** People who have met the award and wait, written past the application. */
    private static List<UUID> fill(MeasuredDatabase measured) throws SQLException, IOException {
        List<UUID> awards = new ArrayList<>();
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        try (Connection connection = measured.open();
                PreparedStatement person = connection.prepareStatement(
                        "insert into person (id, email, name_en, name_bn, organization,"
                                + " language, active, created_at, version) values (?, ?, ?, ?, 'nilg', 'BN', true, ?, 1)");
                PreparedStatement award = connection.prepareStatement(
                        "insert into award (id, award_key, kind, person, institute, release, met_at, minutes)"
                                + " values (?, ?, 'institute', ?, 'nilg', ?, ?, 600)");
                PreparedStatement approval =
                        connection.prepareStatement("insert into approval (award, state, waiting_since, version)"
                                + " values (?, 'WAITING', ?, 1)")) {
            connection.setAutoCommit(false);
            String release = release(connection);
            for (int i = 0; i < AWARDS; i++) {
                UUID who = UUID.randomUUID();
                UUID what = UUID.randomUUID();
                awards.add(what);
                add(person, who, "approved" + i + "@bench.example", "Name " + i, "নাম " + i, now);
                add(award, what, who + "/institute/programme", who, release, now);
                add(approval, what, now);
            }
            person.executeBatch();
            award.executeBatch();
            approval.executeBatch();
            connection.commit();
        }
        return awards;
    }

    private static String release(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select release from programme_release where live_key is not null")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void add(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }

    private static String setting(String name) {
        return Objects.requireNonNull(System.getProperty("sopan.bench." + name), name);
    }
}
