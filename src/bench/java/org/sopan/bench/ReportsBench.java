package org.sopan.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code mvn -Pbench -Dbench.main=org.sopan.bench.ReportsBench}: the matrix, the dashboards and the roster over HTTP, on
 * H2 and PostgreSQL, with ten thousand enrolments and with a million. Each request waits for the one before.
 */
public final class ReportsBench {
    private static final int FEW = 10_000;
    private static final int MANY = 1_000_000;
    private static final int WIDE_STEPS = 130;
    private static final int SHORT_STEPS = 14;
    private final Path folder = Path.of(setting("folder")).resolveSibling("bench-reports");
    private final Map<String, Map<String, double[]>> figures = new LinkedHashMap<>();

    private ReportsBench() {}

    public static void main(String[] arguments) throws Exception {
        new ReportsBench().run();
        System.exit(0);
    }

    private void run() throws Exception {
        Server.clear(folder);
        WideCourse.write(folder.resolve("courses"));
        for (String database : setting("databases").split(",")) {
            if (database.equals("h2")) {
                Path data = Files.createDirectories(folder.resolve("h2"));
                measure(database, data, Map.of(), () -> DriverManager.getConnection(
                        "jdbc:h2:file:" + data.resolve("data/db/sopan") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;CACHE_SIZE=250000",
                        "sopan",
                        Files.readString(data.resolve("data/keys/database")).strip()));
            } else {
                try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
                    String url = postgres.getJdbcUrl("postgres", "postgres") + "&stringtype=unspecified";
                    measure(
                            database,
                            Files.createDirectories(folder.resolve("postgresql")),
                            Map.of(
                                    "SOPAN_DB_CLASS", "org.postgresql.ds.PGSimpleDataSource",
                                    "SOPAN_DB_URL", url,
                                    "SOPAN_DB_USER", "postgres",
                                    "SOPAN_DB_PASSWORD", "postgres"),
                            () -> DriverManager.getConnection(url + "&reWriteBatchedInserts=true"));
                }
            }
        }
        String report = report();
        Files.writeString(folder.resolve("report.md"), report);
        System.out.println(report);
    }

    private interface Connecting {
        Connection open() throws Exception;
    }

    private void measure(String database, Path place, Map<String, String> environment, Connecting connecting)
            throws Exception {
        start(place, environment).close();
        fill(connecting, 0, FEW, 0, FEW, true);
        try (Server server = start(place, environment)) {
            say(database + ": ready after " + server.untilReady().toSeconds() + " s, the counting included");
            String few = database + ", " + FEW;
            dashboards(server, few);
            matrices(server, few);
        }
        fill(connecting, FEW, MANY, FEW, MANY / 5, false);
        try (Server server = start(place, environment)) {
            say(database + ": ready after " + server.untilReady().toSeconds() + " s, the counting included");
            String many = database + ", " + MANY;
            dashboards(server, many);
            matrices(server, many);
            try {
                roster(server, many);
            } catch (IOException e) {
                say(many + ": roster of 10,000: " + e.getMessage());
            }
        }
    }

    private Server start(Path place, Map<String, String> environment) throws Exception {
        return Server.start(
                Path.of(setting("jar")),
                List.of(setting("jvm").strip().split("\\s+")),
                folder.resolve("courses"),
                place,
                environment);
    }

    /** The first time also the cohort of 350 and the institute of ten thousand in the course of 130 steps. */
    private static void fill(Connecting connecting, long from, long to, long peopleFrom, long people, boolean first)
            throws Exception {
        long began = System.nanoTime();
        try (Connection connection = connecting.open()) {
            ManyEnrolments many = new ManyEnrolments(connection, people);
            many.people(peopleFrom, people);
            long whole = ManyEnrolments.COHORT;
            many.enrolments((from + whole - 1) / whole * whole, to, WideCourse.SHORT, SHORT_STEPS, "");
            if (first) {
                many.enrolments(0, whole, WideCourse.WIDE, WIDE_STEPS, "bpatc");
                many.enrolments(2 * whole, 2 * whole + FEW, WideCourse.WIDE, WIDE_STEPS, "napd");
            }
            many.analyse();
        }
        say("filled in " + Duration.ofNanos(System.nanoTime() - began).toSeconds() + " s");
    }

    private void dashboards(Server server, String stage) throws Exception {
        String cohort = ManyEnrolments.id("cohort" + WideCourse.SHORT, 9).toString();
        String wide = ManyEnrolments.id("cohort" + WideCourse.WIDE, 0).toString();
        time(server, stage, "cohort dashboard, 350 × 14", "/api/cohorts/" + cohort + "/dashboard", 200);
        time(server, stage, "cohort dashboard, 350 × 130", "/api/cohorts/" + wide + "/dashboard", 100);
        time(server, stage, "institute over a fiscal year", "/api/institutes/bpatc/dashboard?fiscalYear=2024-25", 200);
        time(server, stage, "the same by designation", "/api/institutes/bpatc/dashboard?fiscalYear=2024-25&by=designation", 200);
        time(server, stage, "comparison of institutes", "/api/comparison?fiscalYear=2024-25", 200);
        time(server, stage, "report of a cohort as PDF", "/api/cohorts/" + cohort + "/report?lang=bn", 30);
    }

    private void matrices(Server server, String stage) throws Exception {
        String wide = ManyEnrolments.id("cohort" + WideCourse.WIDE, 0).toString();
        time(server, stage, "matrix 350 × 130", "/api/institutes/bpatc/progress?course=wide&cohort=" + wide, 60);
        time(server, stage, "matrix 10,000 × 130", "/api/institutes/napd/progress?course=wide", 12);
        time(server, stage, "its first page of 50, by percent", "/api/institutes/napd/progress?course=wide&size=50&sort=percent&order=desc", 60);
        time(server, stage, "found by part of a name", "/api/institutes/napd/progress?course=wide&size=50&q=77", 60);
        time(server, stage, "matrix 10,000 × 130 as XLSX", "/api/institutes/napd/progress?course=wide&format=xlsx", 3);
        time(server, stage, "all people of the institute as CSV", "/api/institutes/napd/completions?format=csv", 5);
    }

    private void roster(Server server, String stage) throws Exception {
        Client client = new Client(server.url());
        String token = administrator(client);
        StringBuilder roster = new StringBuilder("email,name_en,name_bn,designation_en\n");
        for (int i = 0; i < FEW; i++) {
            roster.append("new%1$d@bench.example,New Person %1$d,নতুন ব্যক্তি %1$d,Instructor%n".formatted(i));
        }
        String cohort = client.post(
                        "/api/cohorts",
                        token,
                        Json.createObjectBuilder()
                                .add("host", "cme")
                                .add("course", WideCourse.SHORT)
                                .add("title", Json.createObjectBuilder().add("en", "Many"))
                                .add("starts", "2026-12-01")
                                .add("ends", "2027-06-30")
                                .add("seats", Json.createObjectBuilder().add("cme", FEW))
                                .build())
                .asJsonObject()
                .getString("id");
        long began = System.nanoTime();
        String plan = client.post(
                        "/api/institutes/cme/roster-plans?cohort=" + cohort, token, "text/csv", roster.toString())
                .asJsonObject()
                .getString("id");
        client.post("/api/roster-plans/" + plan + "/application", token, Json.createObjectBuilder().build());
        keep(stage, "roster of 10,000 planned and applied", List.of(System.nanoTime() - began));
    }

    private static String administrator(Client client) throws IOException, InterruptedException {
        return client.post(
                        "/api/session",
                        "",
                        Json.createObjectBuilder()
                                .add("email", Server.ADMINISTRATOR)
                                .add("password", Server.PASSWORD)
                                .build())
                .asJsonObject()
                .getString("token");
    }

    /** So many times, after a third as many to warm up; the whole answer is read. */
    private void time(Server server, String stage, String what, String path, int times) throws Exception {
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        String token = administrator(new Client(server.url()));
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofMinutes(3))
                .build();
        List<Long> took = new ArrayList<>();
        for (int i = -Math.max(2, times / 3); i < times; i++) {
            long began = System.nanoTime();
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IOException(path + ": " + response.statusCode() + " " + new String(response.body()));
            }
            if (i >= 0) {
                took.add(System.nanoTime() - began);
            }
        }
        keep(stage, what, took);
    }

    private void keep(String stage, String what, List<Long> took) {
        List<Long> sorted = took.stream().sorted().toList();
        double[] millis = {
            sorted.get(sorted.size() / 2) / 1e6, sorted.get(Math.min(sorted.size() - 1, sorted.size() * 95 / 100)) / 1e6
        };
        figures.computeIfAbsent(what, key -> new LinkedHashMap<>()).put(stage, millis);
        say(String.format(Locale.ROOT, "%s: %s: p50 %.1f ms, p95 %.1f ms", stage, what, millis[0], millis[1]));
    }

    private String report() {
        List<String> stages = figures.values().stream()
                .flatMap(each -> each.keySet().stream())
                .distinct()
                .sorted()
                .toList();
        StringBuilder text = new StringBuilder("| p50 / p95 ms | " + String.join(" | ", stages) + " |\n|---|" + "---|".repeat(stages.size()) + "\n");
        figures.forEach((what, each) -> {
            text.append("| ").append(what);
            for (String stage : stages) {
                double[] millis = each.get(stage);
                text.append(" | ").append(millis == null ? "" : String.format(Locale.ROOT, "%.1f / %.1f", millis[0], millis[1]));
            }
            text.append(" |\n");
        });
        return text.toString();
    }

    private static void say(String what) {
        System.out.println("bench: " + what);
    }

    private static String setting(String name) {
        return java.util.Objects.requireNonNull(System.getProperty("sopan.bench." + name), name);
    }
}
