package org.sopan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * {@code mvn -Pbench -Dbench.main=org.sopan.bench.OutboxBench}: certificates of 15 KB wait in the outbox when the server
 * starts, and a mail server on the same machine takes all that comes. How many leave in a second, and what each costs.
 */
public final class OutboxBench {
    private static final int PAPER = 15 * 1024;
    private static final int BATCH = 500;
    private final Path folder = Path.of(setting("folder")).resolveSibling("bench-outbox");
    private final int messages = Integer.parseInt(System.getProperty("sopan.bench.messages", "6000"));
    private final List<String> report = new ArrayList<>(List.of(
            "| database | messages | per second, all | per second, second half | CPU ms each, of the server | went twice |",
            "|---|---|---|---|---|---|"));

    private OutboxBench() {}

    public static void main(String[] arguments) throws Exception {
        new OutboxBench().run();
        System.exit(0);
    }

    private void run() throws Exception {
        Server.clear(folder);
        for (String database : setting("databases").split(",")) {
            Path place = Files.createDirectories(folder.resolve(database));
            try (MeasuredDatabase measured = MeasuredDatabase.of(database, place);
                    SmtpSink sink = new SmtpSink()) {
                Map<String, String> environment = new HashMap<>(measured.environment());
                environment.put("SOPAN_SMTP_HOST", "127.0.0.1");
                environment.put("SOPAN_SMTP_PORT", Integer.toString(sink.port()));
                environment.put("SOPAN_SMTP_SECURITY", "plain");
                environment.put("SOPAN_MAIL_RATE", "0");
                start(place, environment).close();
                try (Connection connection = measured.open()) {
                    fill(connection);
                }
                try (Server server = start(place, environment)) {
                    measure(database, server, measured, sink);
                }
            }
        }
        Files.write(folder.resolve("report.md"), report);
        System.out.println(String.join("\n", report));
    }

    private void measure(String database, Server server, MeasuredDatabase measured, SmtpSink sink)
            throws IOException, InterruptedException {
        Duration before = server.cpu().plus(measured.cpu());
        long until = System.nanoTime() + Duration.ofMinutes(10).toNanos();
        while (sink.taken() < messages && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        double cpu = server.cpu().plus(measured.cpu()).minus(before).toMillis();
        long[] moments = sink.moments();
        int half = moments.length / 2;
        report.add("| %s | %,d | %.0f | %.0f | %.1f | %d |"
                .formatted(
                        database,
                        moments.length,
                        rate(moments, 0, moments.length - 1),
                        rate(moments, half, moments.length - 1),
                        cpu / moments.length,
                        sink.twice()));
    }

    private static double rate(long[] moments, int from, int to) {
        return (to - from) * 1e9 / (moments[to] - moments[from]);
    }

    private static Server start(Path place, Map<String, String> environment) throws Exception {
        return Server.start(
                Path.of(setting("jar")),
                List.of(setting("jvm").strip().split("\\s+")),
                Path.of(setting("courses")),
                place,
                environment);
    }

    /** One person with many certificates, each printed and with its mail ready to go. */
    private void fill(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        UUID person = id("person", 0);
        try (PreparedStatement insert = connection.prepareStatement("insert into person (id, email, name_en,"
                + " organization, language, active, created_at, version) values (?, 'bench@sopan.example',"
                + " 'Rahima', 'bpatc', 'BN', true, ?, 1)")) {
            insert.setObject(1, person);
            insert.setObject(2, now);
            insert.executeUpdate();
        }
        byte[] pdf = new byte[PAPER];
        new Random(1).nextBytes(pdf);
        try (PreparedStatement award = connection.prepareStatement("insert into award (id, award_key, kind, person,"
                        + " institute, release, met_at) values (?, ?, 'completion', ?, 'bpatc', 'r', ?)");
                PreparedStatement certificate = connection.prepareStatement("insert into certificate (serial, award,"
                        + " number, person, institute, status, design, paper_stored, issued_on, issued_at, version)"
                        + " values (?, ?, 1, ?, 'bpatc', 'VALID', 'official', true, current_date, ?, 1)");
                PreparedStatement paper = connection.prepareStatement(
                        "insert into certificate_paper (serial, pdf, sha256, stored_at) values (?, ?, 'x', ?)");
                PreparedStatement letter = connection.prepareStatement("insert into outbox (id, dedupe_key, template,"
                        + " address, language, content, attachment_key, released, state, attempts, due_at, message_id,"
                        + " created_at, person, domain) values (?, ?, 'certificate', ?, 'BN', ?, ?, true, 'queued', 0,"
                        + " ?, ?, ?, ?, 'sopan.example')")) {
            for (int i = 0; i < messages; i++) {
                String serial = "BENCH-" + i;
                fill(award, id("award", i), serial, person, now);
                fill(certificate, serial, id("award", i), person, now);
                fill(paper, serial, pdf, now);
                fill(
                        letter,
                        id("letter", i),
                        "certificate/" + serial,
                        "person" + i + "@sopan.example",
                        "{\"name\":\"রহিমা খাতুন\",\"award\":\"সমাপনী সনদ\",\"course\":\"সামাজিক সুরক্ষার ভিত্তি\",\"serial\":\""
                                + serial
                                + "\",\"issuedOn\":\"২২ নভেম্বর ২০২৬\",\"verify\":\"https://sopan.example/verify/"
                                + serial + "\"}",
                        serial,
                        now,
                        "<" + id("letter", i) + "@sopan.example>",
                        now,
                        person);
                if (i % BATCH == BATCH - 1 || i == messages - 1) {
                    award.executeBatch();
                    certificate.executeBatch();
                    paper.executeBatch();
                    letter.executeBatch();
                }
            }
        }
        connection.commit();
        try (Statement statement = connection.createStatement()) {
            statement.execute("analyze");
        }
        connection.commit();
    }

    private static void fill(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }

    private static UUID id(String kind, int number) {
        return UUID.nameUUIDFromBytes((kind + number).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static String setting(String name) {
        return System.getProperty("sopan.bench." + name, "");
    }
}
