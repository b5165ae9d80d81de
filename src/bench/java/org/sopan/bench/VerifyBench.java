package org.sopan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * {@code mvn -Pbench -Dbench.main=org.sopan.bench.VerifyBench}: what checking a certificate costs beside a constant
 * answer, with a hundred rows in the register and with a hundred thousand, of which every twentieth was revoked.
 */
public final class VerifyBench {
    private static final int FEW = 100;
    private static final int MANY = 100_000;
    private static final int MOST = 20_000;
    private static final OffsetDateTime ISSUED = OffsetDateTime.of(2026, 11, 22, 6, 0, 0, 0, ZoneOffset.UTC);
    private final Path folder = Path.of(setting("folder")).resolveSibling("bench-verify");
    private final StringBuilder report = new StringBuilder();

    private VerifyBench() {}

    public static void main(String[] arguments) throws Exception {
        new VerifyBench().run();
    }

    private void run() throws Exception {
        Server.clear(folder);
        for (String database : setting("databases").split(",")) {
            Path place = Files.createDirectories(folder.resolve(database));
            try (MeasuredDatabase measured = MeasuredDatabase.of(database, place)) {
                start(place, measured).close();
                fill(measured, 0, FEW);
                measure(database + ", 10²", place, measured);
                fill(measured, FEW, MANY);
                measure(database + ", 10⁵", place, measured);
            }
        }
        Files.writeString(folder.resolve("report.md"), report);
        System.out.println(report);
    }

    private Server start(Path place, MeasuredDatabase measured) throws IOException, InterruptedException {
        TreeMap<String, String> environment = new TreeMap<>(measured.environment());
        environment.put("SOPAN_VERIFY_MINUTE", "100000000");
        return Server.start(
                Path.of(setting("jar")),
                List.of(setting("jvm").strip().split("\\s+")),
                Path.of(setting("courses")),
                place,
                environment);
    }

    private void measure(String stage, Path place, MeasuredDatabase measured) throws Exception {
        try (Server server = start(place, measured)) {
            Stopwatch stopwatch = new Stopwatch(server, () -> server.cpu().plus(measured.cpu()), "none");
            String serial = IntStream.range(0, FEW)
                    .mapToObj(VerifyBench::serial)
                    .filter(each -> each.matches(".*[^ILOU]"))
                    .findFirst()
                    .orElseThrow();
            for (String path : List.of(
                    "/app/sopan.svg",
                    "/api/courses",
                    "/verify/" + serial,
                    "/api/certificates/" + serial,
                    "/.well-known/sopan/revoked.json")) {
                Stopwatch.Took took = stopwatch.time(path, MOST);
                report.append(String.format(
                        Locale.ROOT,
                        "| %s | %s | %d | %.2f | %.2f | %.3f |%n",
                        stage,
                        path,
                        took.times(),
                        took.median(),
                        took.perc95(),
                        took.cpu()));
            }
        }
    }

    private static void fill(MeasuredDatabase measured, int from, int to) throws SQLException, IOException {
        try (Connection connection = measured.open()) {
            Object person;
            try (var rows = connection.createStatement().executeQuery("select min(cast(id as varchar)) from person")) {
                rows.next();
                person = UUID.fromString(rows.getString(1));
            }
            try (BulkRows awards = BulkRows.into(
                    connection,
                    "award",
                    "id",
                    "award_key",
                    "kind",
                    "person",
                    "course",
                    "institute",
                    "release",
                    "met_at")) {
                for (int i = from; i < to; i++) {
                    awards.add(award(i), "bench/" + i, "completion", person, "foundations", "bpatc", "none", ISSUED);
                }
            }
            try (BulkRows certificates = BulkRows.into(
                    connection,
                    "certificate",
                    "serial",
                    "award",
                    "number",
                    "valid_key",
                    "person",
                    "institute",
                    "status",
                    "design",
                    "as_printed",
                    "paper_stored",
                    "issued_on",
                    "issued_at",
                    "reason",
                    "changed_at",
                    "version")) {
                for (int i = from; i < to; i++) {
                    boolean revoked = i % 20 == 1;
                    certificates.add(
                            serial(i),
                            award(i),
                            1,
                            revoked ? null : award(i).toString(),
                            person,
                            "bpatc",
                            revoked ? "REVOKED" : "VALID",
                            "official",
                            printed(serial(i)),
                            true,
                            ISSUED.toLocalDate(),
                            ISSUED,
                            revoked ? "issued-in-error" : null,
                            revoked ? ISSUED : null,
                            0);
                }
            }
        }
    }

    private static UUID award(int number) {
        return new UUID(0x7000L, 0x8000_0000_0000_0000L | number);
    }

    private static String printed(String serial) {
        return ("{'serial':'" + serial + "','name':{'en':'Farzana Islam','bn':'ফারজানা ইসলাম'},"
                        + "'institute':{'en':'Public Administration Training Centre','bn':'প্রশিক্ষণ কেন্দ্র'},"
                        + "'award':{'en':'Certificate of Completion','bn':'কোর্স সমাপনী সনদ'},"
                        + "'course':{'en':'Foundations','bn':'ভিত্তি'},'minutes':600,'issuedOn':'2026-11-22',"
                        + "'language':'BN','verifyUrl':'https://bench.example/verify/" + serial + "','statement':'"
                        + "1234567890".repeat(85) + "','specimen':false}")
                .replace('\'', '"');
    }

    /** The digits of the number and their check character, ISO 7064 MOD 37,36. */
    private static String serial(int number) {
        String digits = "%012d".formatted(number * 7_919L);
        int product = 36;
        for (char digit : digits.toCharArray()) {
            int sum = (product + digit - '0') % 36;
            product = (sum == 0 ? 36 : sum) * 2 % 37;
        }
        char check = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".charAt((37 - product) % 36);
        return digits.substring(0, 4) + "-" + digits.substring(4, 8) + "-" + digits.substring(8) + check;
    }

    private static String setting(String name) {
        return System.getProperty("sopan.bench." + name);
    }
}
