package org.sopan.bench;

import jakarta.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code mvn -Pbench -Dbench.main=org.sopan.bench.ReportsBench}: the matrix, the dashboards and the roster over HTTP, on
 * H2 and PostgreSQL, with ten thousand enrolments and with a million. Each request waits for the one before. Whatever
 * happens it ends after {@code bench.minutes}, with the table of what was measured until then.
 */
public final class ReportsBench {
    private static final int WIDE_PEOPLE = 10_000;
    private static final int WIDE_STEPS = 130;
    private static final int SHORT_STEPS = 14;
    private final Path folder = Path.of(setting("folder")).resolveSibling("bench-reports");
    private final int few = Integer.parseInt(setting("few"));
    private final int many = Integer.parseInt(setting("many"));
    private final long until = System.nanoTime()
            + Duration.ofMinutes(Integer.parseInt(setting("minutes"))).toNanos();
    private final ReportTable table = new ReportTable();
    private final List<String> notes = new ArrayList<>();

    private ReportsBench() {}

    public static void main(String[] arguments) throws Exception {
        ReportsBench bench = new ReportsBench();
        boolean whole = bench.run();
        System.exit(whole ? 0 : 1);
    }

    private boolean run() throws Exception {
        Server.clear(folder);
        WideCourse.write(folder.resolve("courses"));
        boolean whole = true;
        for (String database : setting("databases").split(",")) {
            Path place = Files.createDirectories(folder.resolve(database));
            try (MeasuredDatabase measured = MeasuredDatabase.of(database, place)) {
                measure(database, place, measured);
            } catch (OutOfTime e) {
                note(database + ": out of time before " + e.getMessage());
                whole = false;
            } catch (IOException | SQLException e) {
                note(database + ": " + e);
                whole = false;
            }
        }
        String report = table.text() + "\n" + String.join("\n", notes) + "\n";
        Files.writeString(folder.resolve("report.md"), report);
        System.out.println(report);
        return whole;
    }

    /** The bench has taken as long as it may. */
    private static final class OutOfTime extends Exception {
        private static final long serialVersionUID = 1L;

        OutOfTime(String what) {
            super(what);
        }
    }

    private void measure(String database, Path place, MeasuredDatabase measured) throws Exception {
        start(place, measured).close();
        fill(measured, few, new ManyEnrolments.Filling(0, parts(0, few)));
        try (Server server = counted(database, few, place, measured)) {
            reports(server, measured, database + ", " + few);
        }
        fill(measured, many / 5, new ManyEnrolments.Filling(few, parts(few, many)));
        try (Server server = counted(database, many, place, measured)) {
            String stage = database + ", " + many;
            reports(server, measured, stage);
            roster(server, measured, stage);
        }
    }

    /** The first time also the cohort of 350 and the institute of ten thousand in the course of 130 steps. */
    private static List<ManyEnrolments.Part> parts(long from, long to) {
        long whole = ManyEnrolments.COHORT;
        List<ManyEnrolments.Part> parts = new ArrayList<>();
        parts.add(new ManyEnrolments.Part((from + whole - 1) / whole * whole, to, WideCourse.SHORT, SHORT_STEPS, ""));
        if (from == 0) {
            parts.add(new ManyEnrolments.Part(0, whole, WideCourse.WIDE, WIDE_STEPS, "bpatc"));
            parts.add(new ManyEnrolments.Part(2 * whole, 2 * whole + WIDE_PEOPLE, WideCourse.WIDE, WIDE_STEPS, "napd"));
        }
        return parts;
    }

    private void fill(MeasuredDatabase measured, long people, ManyEnrolments.Filling filling) throws Exception {
        mustHaveTime("filling");
        long began = System.nanoTime();
        try (Connection connection = measured.open()) {
            new ManyEnrolments(connection, people).fill(filling);
        }
        say("filled in " + Duration.ofNanos(System.nanoTime() - began).toSeconds() + " s");
    }

    private Server start(Path place, MeasuredDatabase measured) throws Exception {
        return Server.start(
                Path.of(setting("jar")),
                List.of(setting("jvm").strip().split("\\s+")),
                folder.resolve("courses"),
                place,
                measured.environment());
    }

    private Server counted(String database, int enrolments, Path place, MeasuredDatabase measured) throws Exception {
        mustHaveTime("starting");
        Server server = start(place, measured);
        note("%s, %,d: ready after %d s, the counting included"
                .formatted(database, enrolments, server.untilReady().toSeconds()));
        return server;
    }

    private void reports(Server server, MeasuredDatabase measured, String stage) throws Exception {
        String token = administrator(new Client(server.url()));
        Stopwatch stopwatch = new Stopwatch(server, () -> server.cpu().plus(measured.cpu()), token);
        String cohort = ManyEnrolments.id("cohort" + WideCourse.SHORT, 9).toString();
        String wide = ManyEnrolments.id("cohort" + WideCourse.WIDE, 0).toString();
        for (Asked each : List.of(
                new Asked("matrix 350 × 130", "/api/institutes/bpatc/progress?course=wide&cohort=" + wide, 60),
                new Asked("matrix 10,000 × 130", "/api/institutes/napd/progress?course=wide", 12),
                new Asked(
                        "its first page of 50, by percent",
                        "/api/institutes/napd/progress?course=wide&size=50&sort=percent&order=desc",
                        60),
                new Asked("found by part of a name", "/api/institutes/napd/progress?course=wide&size=50&q=77", 60),
                new Asked("cohort dashboard, 350 × 14", "/api/cohorts/" + cohort + "/dashboard", 200),
                new Asked("cohort dashboard, 350 × 130", "/api/cohorts/" + wide + "/dashboard", 100),
                new Asked("institute over a fiscal year", "/api/institutes/bpatc/dashboard?fiscalYear=2024-25", 200),
                new Asked(
                        "the same by designation",
                        "/api/institutes/bpatc/dashboard?fiscalYear=2024-25&by=designation",
                        200),
                new Asked("comparison of institutes", "/api/comparison?fiscalYear=2024-25", 200),
                new Asked("report of a cohort as PDF", "/api/cohorts/" + cohort + "/report?lang=bn", 30),
                new Asked("matrix 10,000 × 130 as XLSX", "/api/institutes/napd/progress?course=wide&format=xlsx", 3),
                new Asked("all people of the institute as CSV", "/api/institutes/napd/completions?format=csv", 5))) {
            mustHaveTime(each.what());
            keep(stage, each.what(), stopwatch.time(each.path(), each.most()));
        }
    }

    /** At most so many times. */
    private record Asked(String what, String path, int most) {}

    private void roster(Server server, MeasuredDatabase measured, String stage) throws Exception {
        mustHaveTime("the roster");
        Client client = new Client(server.url());
        String token = administrator(client);
        String cohort = client.post("/api/cohorts", token, RosterOfMany.cohort())
                .asJsonObject()
                .getString("id");
        Duration before = server.cpu().plus(measured.cpu());
        long began = System.nanoTime();
        RosterOfMany.apply(client, token, cohort);
        List<Long> took = List.of(System.nanoTime() - began);
        keep(
                stage,
                "roster of 10,000 planned and applied",
                Stopwatch.Took.of(took, server.cpu().plus(measured.cpu()).minus(before)));
    }

    static String administrator(Client client) throws IOException, InterruptedException {
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

    private void keep(String stage, String what, Stopwatch.Took took) {
        table.keep(stage, what, took);
        say(stage + ": " + what + ": " + ReportTable.cell(took) + ", " + took.times() + " times");
    }

    private void mustHaveTime(String what) throws OutOfTime {
        if (System.nanoTime() > until) {
            throw new OutOfTime(what);
        }
    }

    private void note(String what) {
        notes.add("- " + what);
        say(what);
    }

    private static void say(String what) {
        System.out.println("bench: " + what);
    }

    private static String setting(String name) {
        return java.util.Objects.requireNonNull(System.getProperty("sopan.bench." + name), name);
    }
}
