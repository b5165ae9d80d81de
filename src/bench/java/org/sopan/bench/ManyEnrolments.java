package org.sopan.bench;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * Puts people and enrolments straight into a database whose server is down: nine institutes, cohorts of 350, ten fiscal
 * years, half of the people through. The same number always makes the same rows.
 */
final class ManyEnrolments {
    static final List<String> INSTITUTES =
            List.of("bpatc", "nilg", "ipf", "cme", "niport", "bard", "biam", "bapard", "napd");
    static final int COHORT = 350;
    private static final int BATCH = 1_000;
    private static final int DAYS = 3_650;
    private static final LocalDate FIRST = LocalDate.of(2016, 7, 1);
    private static final List<String> STATES = List.of(
            "INVITED", "INVITED", "ACTIVE", "ACTIVE", "COMPLETED", "COMPLETED", "COMPLETED", "COMPLETED", "COMPLETED", "WITHDRAWN");
    private static final List<String> DESIGNATIONS =
            List.of("Deputy Director", "Assistant Director", "Instructor", "Research Officer", "Evaluation Officer");
    private final Connection connection;
    private final long people;

    ManyEnrolments(Connection connection, long people) throws SQLException {
        this.connection = connection;
        this.people = people;
        connection.setAutoCommit(false);
    }

    /** Ids as scattered as those of a running system. */
    static UUID id(String kind, long number) {
        return new UUID(mixed(number * 31 + kind.hashCode()), mixed(number ^ 0x5DEECE66DL));
    }

    private static long mixed(long value) {
        long mixed = (value ^ (value >>> 33)) * 0xff51afd7ed558ccdL;
        return mixed ^ (mixed >>> 33);
    }

    void people(long from, long to) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into person (id, email, name_en, name_bn,"
                + " designation_en, organization, language, active, created_at, version, sex, sort_en, sort_bn)"
                + " values (?, ?, ?, ?, ?, ?, 'BN', true, ?, 1, ?, ?, ?)")) {
            for (long x = from; x < to; x++) {
                String key = "%016x".formatted(mixed(x)) + "000102030405060708";
                insert.setObject(1, id("person", x));
                insert.setString(2, "p" + x + "@bench.example");
                insert.setString(3, "Person Number " + x);
                insert.setString(4, "ব্যক্তি নম্বর " + x);
                insert.setString(5, DESIGNATIONS.get((int) (x % DESIGNATIONS.size())));
                insert.setString(6, INSTITUTES.get((int) (x % INSTITUTES.size())));
                insert.setObject(7, OffsetDateTime.ofInstant(Instant.EPOCH, ZoneOffset.UTC));
                insert.setString(8, x % 3 == 0 ? "FEMALE" : "MALE");
                insert.setString(9, key);
                insert.setString(10, key);
                added(insert, x);
            }
            finish(insert);
        }
    }

    /** A cohort of each 350 enrolments. */
    private void cohorts(long from, long to, String course, String institute) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into cohort (id, host, course, title_en,"
                + " title_bn, starts, ends, created_at, version) values (?, ?, ?, 'Batch', 'ব্যাচ', ?, ?, ?, 1)")) {
            for (long c = from / COHORT; c <= (to - 1) / COHORT; c++) {
                LocalDate starts = FIRST.plusDays((c * 37) % DAYS);
                insert.setObject(1, id("cohort" + course, c));
                insert.setString(2, institute.isEmpty() ? INSTITUTES.get((int) (c % INSTITUTES.size())) : institute);
                insert.setString(3, course);
                insert.setDate(4, Date.valueOf(starts));
                insert.setDate(5, Date.valueOf(starts.plusDays(60)));
                insert.setObject(6, OffsetDateTime.ofInstant(Instant.EPOCH, ZoneOffset.UTC));
                added(insert, c);
            }
            finish(insert);
        }
    }

    /** Enrolments with their progress; of nine institutes in turn, or of one. From a whole cohort on. */
    void enrolments(long from, long to, String course, int steps, String institute) throws SQLException {
        cohorts(from, to, course, institute);
        String release = release(course);
        try (PreparedStatement enrolment = connection.prepareStatement("insert into enrolment (id, person, course,"
                        + " cohort, institute, state, enrolled_at, begun_at, completed_at, due, version)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)");
                PreparedStatement progress = connection.prepareStatement("insert into enrolment_progress (enrolment,"
                        + " course, release, cells, done, total, last_activity_at) values (?, ?, ?, ?, ?, ?, ?)")) {
            for (long x = from; x < to; x++) {
                long cohort = x / COHORT;
                String state = STATES.get((int) (x % STATES.size()));
                LocalDate starts = FIRST.plusDays((cohort * 37) % DAYS);
                OffsetDateTime enrolled = starts.minusDays(5).atStartOfDay().atOffset(ZoneOffset.UTC);
                OffsetDateTime begun = state.equals("INVITED") ? null : enrolled.plusDays(6 + x % 7);
                OffsetDateTime completed = state.equals("COMPLETED") ? begun.plusDays(5 + x % 40) : null;
                enrolment.setObject(1, id("enrolment" + course, x));
                enrolment.setObject(2, id("person", x % people));
                enrolment.setString(3, course);
                enrolment.setObject(4, id("cohort" + course, cohort));
                enrolment.setString(
                        5, institute.isEmpty() ? INSTITUTES.get((int) (cohort % INSTITUTES.size())) : institute);
                enrolment.setString(6, state);
                enrolment.setObject(7, enrolled);
                enrolment.setObject(8, begun);
                enrolment.setObject(9, completed);
                enrolment.setDate(10, Date.valueOf(starts.plusDays(60)));
                enrolment.addBatch();
                if (begun != null) {
                    int done = completed == null ? (int) (x % steps) : steps;
                    progress.setObject(1, id("enrolment" + course, x));
                    progress.setString(2, course);
                    progress.setString(3, release);
                    progress.setString(4, cells(done, course.equals(WideCourse.WIDE) ? 13 : 14));
                    progress.setInt(5, done);
                    progress.setInt(6, steps);
                    progress.setObject(7, begun.plusDays(3));
                    progress.addBatch();
                }
                if (x % BATCH == BATCH - 1) {
                    enrolment.executeBatch();
                    progress.executeBatch();
                    connection.commit();
                }
            }
            enrolment.executeBatch();
            progress.executeBatch();
            connection.commit();
        }
    }

    private static String cells(int done, int perModule) {
        StringBuilder cells = new StringBuilder();
        for (int i = 0; i < done; i++) {
            cells.append(i == 0 ? "" : ",").append(i % perModule == perModule - 1 ? "85d" : "d");
        }
        return cells.toString();
    }

    private String release(String course) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select release from course_release where live_key = '" + course + "'")) {
            row.next();
            return row.getString(1);
        }
    }

    private void added(PreparedStatement insert, long number) throws SQLException {
        insert.addBatch();
        if (number % BATCH == BATCH - 1) {
            finish(insert);
        }
    }

    private void finish(PreparedStatement insert) throws SQLException {
        insert.executeBatch();
        connection.commit();
    }

    /** Lets the counts be taken anew, since these rows are older than what was counted. */
    void analyse() throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("delete from tally");
            statement.execute("delete from tally_state");
            statement.execute("analyze");
        }
    }
}
