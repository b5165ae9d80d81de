package org.sopan.bench;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * {@code mvn -Pbench -Dbench.main=org.sopan.bench.PapersBench}: a ceremony's certificates that are registered and not
 * drawn yet, each with three signatories and a long code, drawn and stored by the server's own job.
 */
public final class PapersBench {
    private static final int PAPERS = 3_000;
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private final Path folder = Path.of(setting("folder")).resolveSibling("bench-papers");
    private final Random random = new Random(1);

    private PapersBench() {}

    public static void main(String[] arguments) throws Exception {
        new PapersBench().run();
    }

    private void run() throws Exception {
        Server.clear(folder);
        for (String database : setting("databases").split(",")) {
            Path place = Files.createDirectories(folder.resolve(database));
            try (MeasuredDatabase measured = MeasuredDatabase.of(database, place)) {
                start(place, measured).close();
                String last = register(measured);
                Duration cpu;
                try (Server server = start(place, measured)) {
                    Duration before = server.cpuUntilReady();
                    awaitPaper(server, last);
                    cpu = server.cpu().minus(before).plus(measured.cpu());
                }
                report(database, measured, cpu);
            }
        }
    }

    private Server start(Path place, MeasuredDatabase measured) throws Exception {
        return Server.start(
                Path.of(setting("jar")),
                List.of(setting("jvm").strip().split("\\s+")),
                Path.of(setting("courses")),
                place,
                measured.environment());
    }

    /** Writes the rows that issuing would, all of one award, and tells the serial that is drawn last. */
    private String register(MeasuredDatabase measured) throws SQLException, IOException {
        String serial = "";
        Instant first = Instant.parse("2026-11-22T04:00:00Z");
        try (Connection connection = measured.open()) {
            String award = award(connection);
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into certificate (serial, award, number,"
                            + " person, institute, status, design, as_printed, paper_stored, issued_on, issued_at, version)"
                            + " select ?, id, ?, person, institute, 'VALID', 'official', ?, false, ?, ?, 1 from award"
                            + " where award_key = '" + award + "'")) {
                for (int number = 1; number <= PAPERS; number++) {
                    serial = serial();
                    insert.setString(1, serial);
                    insert.setInt(2, number);
                    insert.setString(3, printed(serial).toString());
                    insert.setObject(4, LocalDate.of(2026, 11, 22));
                    insert.setObject(5, first.plusMillis(number).atOffset(ZoneOffset.UTC));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        }
        return serial;
    }

    private static String award(Connection connection) throws SQLException {
        String id = "11111111-2222-4333-8444-555555555555";
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into person (id, email, name_en, name_bn, organization, language, active,"
                    + " created_at, version) values ('" + id + "', 'holder@bench.example', 'Holder', 'ধারক', 'bpatc',"
                    + " 'BN', true, current_timestamp, 1)");
            statement.execute("insert into award (id, award_key, kind, person, course, institute, release, met_at)"
                    + " values ('" + id + "', 'bench', 'completion', '" + id + "', 'foundations', 'bpatc', 'bench',"
                    + " current_timestamp)");
        }
        return "bench";
    }

    /** Twelve digits of Crockford's base 32 and an ISO 7064 MOD 37,36 check character. */
    private String serial() {
        String crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        String alphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        while (true) {
            StringBuilder digits = new StringBuilder();
            int product = 36;
            for (int i = 0; i < 12; i++) {
                char digit = crockford.charAt(random.nextInt(32));
                digits.append(i > 0 && i % 4 == 0 ? "-" : "").append(digit);
                int sum = (product + alphanumeric.indexOf(digit)) % 36;
                product = (sum == 0 ? 36 : sum) * 2 % 37;
            }
            char check = alphanumeric.charAt((37 - product) % 36);
            if (crockford.indexOf(check) >= 0) {
                return digits.append(check).toString();
            }
        }
    }

    private JsonObject printed(String serial) {
        JsonArrayBuilder signatories = Json.createArrayBuilder();
        for (int i = 0; i < 3; i++) {
            signatories.add(Json.createObjectBuilder()
                    .add("name", text("Professor Shahana Parvin", "অধ্যাপক শাহানা পারভীন"))
                    .add("designation", text("Director General", "মহাপরিচালক"))
                    .add("organization", text("Cabinet Division", "মন্ত্রিপরিষদ বিভাগ")));
        }
        StringBuilder statement = new StringBuilder();
        for (int i = 0; i < 430; i++) {
            statement.append((char) ('a' + random.nextInt(26)));
        }
        return Json.createObjectBuilder()
                .add("serial", serial)
                .add("name", text("Holder " + serial, "শর্মিষ্ঠা চক্রবর্তী " + random.nextInt(10_000)))
                .add("designation", text("Deputy Director (Training)", "উপপরিচালক (প্রশিক্ষণ)"))
                .add(
                        "institute",
                        text(
                                "Bangladesh Public Administration Training Centre",
                                "বাংলাদেশ লোক-প্রশাসন প্রশিক্ষণ কেন্দ্র"))
                .add("award", text("Certificate of Completion", "কোর্স সমাপনী সনদ"))
                .add("course", text("Foundations of Social Protection", "সামাজিক সুরক্ষার ভিত্তি"))
                .add("minutes", 615)
                .add("issuedOn", "2026-11-22")
                .add("signatories", signatories)
                .add("pictures", Json.createObjectBuilder())
                .add("language", "BN")
                .add("verifyUrl", "https://sopan.example.gov.bd/verify/" + serial)
                .add("statement", statement.toString())
                .add("specimen", false)
                .build();
    }

    private static JsonObject text(String en, String bn) {
        return Json.createObjectBuilder().add("en", en).add("bn", bn).build();
    }

    private static void awaitPaper(Server server, String serial) throws IOException, InterruptedException {
        String token = ReportsBench.administrator(new Client(server.url()));
        URI paper = server.url().resolve("/api/certificates/" + serial + "/pdf");
        HttpRequest request = HttpRequest.newBuilder(paper)
                .header("Authorization", "Bearer " + token)
                .build();
        HttpClient client = HttpClient.newHttpClient();
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() != 200) {
            if (System.nanoTime() > until) {
                throw new IOException("the papers were not drawn in " + PATIENCE.toMinutes() + " minutes");
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private static void report(String database, MeasuredDatabase measured, Duration cpu)
            throws SQLException, IOException {
        try (Connection connection = measured.open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*), min(stored_at), max(stored_at), avg(octet_length(pdf)) from certificate_paper")) {
            row.next();
            int papers = row.getInt(1);
            long millis = row.getTimestamp(3).getTime() - row.getTimestamp(2).getTime();
            System.out.printf(
                    "bench: %s: %,d papers of %,d bytes drawn and stored, %.0f a second, %.1f ms of CPU each%n",
                    database, papers, row.getLong(4), papers * 1000.0 / millis, cpu.toMillis() / (double) papers);
        }
    }

    private static String setting(String name) {
        return java.util.Objects.requireNonNull(System.getProperty("sopan.bench." + name), name);
    }
}
