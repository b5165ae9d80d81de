package org.sopan.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sopan.mail.Posting;
import org.sopan.platform.Database;
import org.sopan.platform.PlugIns;
import org.sopan.testing.Rooms;
import org.sopan.testing.Study;
import org.sopan.testing.TestDatabase;

/**
 * A new version over the database of the one before the outbox kept a history: nothing that was sent is sent again,
 * nobody is written to for what she completed long ago, and what was due goes.
 */
abstract class UpgradeRules {
    private static final String OLD = "13.1";
    private static final String NOW = "timestamp with time zone '2026-11-22 04:00:00+00'";
    private static final String EARLIER = "timestamp with time zone '2026-11-20 04:00:00+00'";
    private static final String LATER = "timestamp with time zone '2026-11-22 05:00:00+00'";
    private static final String PRINTED_THEN =
            """
            {"award":{"bn":"সমাপনী সনদ","en":"Certificate of Completion"},"course":{"bn":"ভিত্তি","en":"Basics"},\
            "institute":{"bn":"প্রতিষ্ঠান","en":"Training Centre"},"issuedOn":"2026-11-20","language":"EN","minutes":20,\
            "name":{"bn":"রহিমা","en":"Rahima"},"serial":"%s","specimen":false,\
            "verifyUrl":"https://sopan.example/verify/%s"}""";
    private final DataSource source;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    UpgradeRules(DataSource source) {
        this.source = source;
    }

    @Test
    void sendsNothingAgainAndOnlyWhatWasDue() throws Exception {
        Flyway.configure()
                .configuration(Database.migrations(source).getConfiguration())
                .target(OLD)
                .load()
                .migrate();
        fill();
        TestDatabase database = TestDatabase.grown(source);
        Rooms rooms =
                Rooms.over(database, Map.of("sopan.data", data.toString())).withCourses();

        run(rooms);
        assertThat(sent()).as("due at once, and the paper that was due").containsExactly("paper-due", "queued");
        assertThat(Files.readString(file("paper-due"), StandardCharsets.US_ASCII))
                .contains("application/pdf");

        rooms.clock.advance(Duration.ofHours(2));
        run(rooms);
        run(rooms);
        assertThat(sent())
                .as("and later what waited, or whose sender was stopped")
                .containsExactly("backing-off", "not-before", "paper-due", "queued", "sending", "sending-lapsed");
        for (String once : sent()) {
            assertThat(Files.readString(file(once), StandardCharsets.US_ASCII))
                    .contains("Message-ID: <old-" + once + "@sopan.example>");
        }

        rooms.clock.advance(Duration.ofDays(30));
        run(rooms);
        assertThat(sent()).hasSize(6);
        assertThat(database.number("select count(*) from outbox")).isEqualTo(10);
        assertThat(database.number("select count(*) from award")).isEqualTo(2);
        assertThat(database.number("select count(*) from certificate")).isEqualTo(2);
        assertThat(database.number("select count(*) from outbox where state = 'sent' and attempts = 1 and dedupe_key in"
                        + " ('sent', 'paper-sent') and sent_at < " + NOW))
                .isEqualTo(2);
        assertThat(database.number("select count(*) from outbox where state = 'failed'"))
                .isEqualTo(1);
        assertThat(database.number("select count(*) from outbox where state = 'suppressed'"))
                .isEqualTo(1);
        assertThat(database.number("select count(*) from outbox where domain <> 'sopan.example'"))
                .isZero();
    }

    /** What every node does again and again. */
    private void run(Rooms rooms) {
        Study study = new Study(rooms);
        new RenderPapers(new TransactedPaperWork(rooms, study), new PlugIns()).run();
        Posting.send(rooms, new Papers(rooms.entities));
    }

    private void fill() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into organization (id, type) values ('bpatc', 'institute')");
            statement.execute("insert into organization_name (organization, position, name_en, name_bn) values"
                    + " ('bpatc', 0, 'Training Centre', 'প্রতিষ্ঠান')");
            statement.execute("insert into person (id, email, name_en, name_bn, organization, language, active,"
                    + " created_at, version) values ('00000000-0000-0000-0000-000000000001', 'rahima@sopan.example',"
                    + " 'Rahima', 'রহিমা', 'bpatc', 'EN', true, " + EARLIER + ", 1)");
            completed(statement, 1, "AAAA-1111", true);
            completed(statement, 2, "BBBB-2222", false);
            mail(statement, "paper-sent", "sent", 1, EARLIER, "sent_at", EARLIER, "AAAA-1111");
            mail(statement, "paper-due", "queued", 0, EARLIER, "sent_at", "null", "BBBB-2222");
            mail(statement, "sent", "sent", 1, EARLIER, "sent_at", EARLIER, null);
            mail(statement, "queued", "queued", 0, EARLIER, "sent_at", "null", null);
            mail(statement, "backing-off", "queued", 3, LATER, "last_error", "'421 later'", null);
            mail(statement, "not-before", "queued", 0, LATER, "sent_at", "null", null);
            mail(statement, "sending", "sending", 0, EARLIER, "claimed_until", LATER, null);
            mail(statement, "sending-lapsed", "sending", 0, EARLIER, "claimed_until", NOW, null);
            mail(statement, "failed", "failed", 1, EARLIER, "last_error", "'550 no such user'", null);
            mail(statement, "suppressed", "suppressed", 0, EARLIER, "sent_at", "null", null);
        }
    }

    /** A course that was completed long ago, with its award and certificate. */
    private static void completed(Statement statement, int number, String serial, boolean stored) throws SQLException {
        String enrolment = "'00000000-0000-0000-0000-00000000001" + number + "'";
        String award = "'00000000-0000-0000-0000-00000000002" + number + "'";
        String person = "'00000000-0000-0000-0000-000000000001'";
        String course = number == 1 ? "'basics'" : "'advanced'";
        statement.execute("insert into enrolment (id, person, course, institute, state, enrolled_at, begun_at,"
                + " completed_at, version) values (" + enrolment + ", " + person + ", " + course
                + ", 'bpatc', 'COMPLETED', " + EARLIER + ", " + EARLIER + ", " + EARLIER + ", 1)");
        statement.execute(
                "insert into award (id, award_key, kind, person, enrolment, course, institute, release, met_at)"
                        + " values (" + award + ", 'completion/" + number + "', 'completion', " + person + ", "
                        + enrolment
                        + ", " + course + ", 'bpatc', 'r', " + EARLIER + ")");
        statement.execute(
                "insert into certificate (serial, award, number, valid_key, person, institute, status, design,"
                        + " as_printed, paper_stored, issued_on, issued_at, version) values ('" + serial + "', " + award
                        + ", 1, " + award + ", " + person + ", 'bpatc', 'VALID', 'official', '"
                        + PRINTED_THEN.formatted(serial, serial) + "', " + stored + ", date '2026-11-20', " + EARLIER
                        + ", 1)");
        if (stored) {
            statement.execute("insert into certificate_paper (serial, pdf, sha256, stored_at) values ('" + serial
                    + "', " + "cast('25504446' as " + "bytea), 'x', " + EARLIER + ")");
        }
    }

    private static void mail(
            Statement statement,
            String once,
            String state,
            int attempts,
            String due,
            String column,
            String value,
            @Nullable String paper)
            throws SQLException {
        String template = paper == null ? "email-known" : "certificate";
        String content = paper == null
                ? "{}"
                : "{\"name\":\"Rahima\",\"award\":\"Certificate\",\"course\":\"Basics\",\"serial\":\"" + paper
                        + "\",\"issuedOn\":\"20 November 2026\",\"verify\":\"https://sopan.example/verify/x\"}";
        statement.execute("insert into outbox (id, dedupe_key, template, address, language, content, attachment_key,"
                + " released, state, attempts, due_at, message_id, created_at, " + column + ") values (" + "'"
                + java.util.UUID.nameUUIDFromBytes(once.getBytes(StandardCharsets.UTF_8)) + "', '" + once + "', '"
                + template + "', 'rahima@sopan.example', 'EN', '" + content + "', "
                + (paper == null ? "null" : "'" + paper + "'") + ", "
                + (paper == null || state.equals("sent")) + ", '" + state + "', " + attempts + ", " + due
                + ", '<old-" + once + "@sopan.example>', " + EARLIER + ", " + value + ")");
    }

    /** The keys of what has left, by the file that each became. */
    private List<String> sent() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("mail"))) {
            List<String> names = files.map(Path::toString).toList();
            return Stream.of(
                            "backing-off",
                            "failed",
                            "not-before",
                            "paper-due",
                            "paper-sent",
                            "queued",
                            "sending",
                            "sending-lapsed",
                            "sent",
                            "suppressed")
                    .filter(once -> names.stream().anyMatch(name -> name.contains(id(once))))
                    .toList();
        }
    }

    private Path file(String once) throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("mail"))) {
            return files.filter(file -> file.toString().contains(id(once)))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String id(String once) {
        return java.util
                .UUID
                .nameUUIDFromBytes(once.getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
