package org.sopan.bench;

import java.sql.Connection;
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
    private static final int DAYS = 3_650;
    private static final OffsetDateTime EPOCH = OffsetDateTime.ofInstant(Instant.EPOCH, ZoneOffset.UTC);
    private static final LocalDate FIRST = LocalDate.of(2016, 7, 1);
    private static final List<String> STATES = List.of(
            "INVITED",
            "INVITED",
            "ACTIVE",
            "ACTIVE",
            "COMPLETED",
            "COMPLETED",
            "COMPLETED",
            "COMPLETED",
            "COMPLETED",
            "WITHDRAWN");
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

    /** All of it: people, cohorts, enrolments and how far they are. */
    void fill(Filling filling) throws SQLException {
        Indexes indexes = new Indexes(connection, List.of("person", "cohort", "enrolment", "enrolment_progress"));
        checkReferences(false);
        indexes.drop();
        people(filling.peopleFrom(), people);
        for (Part part : filling.parts()) {
            cohorts(part);
            enrolments(part);
            progress(part);
        }
        indexes.create();
        checkReferences(true);
        analyse();
    }

    /** Every reference here is right, and checking millions takes long. */
    private void checkReferences(boolean checked) throws SQLException {
        boolean h2 = connection.getMetaData().getURL().startsWith("jdbc:h2:");
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    h2
                            ? "set referential_integrity " + checked
                            : "set session_replication_role = " + (checked ? "origin" : "replica"));
        }
        connection.commit();
    }

    /**
     * What to fill.
     *
     * @param peopleFrom the first person who is not there yet
     */
    record Filling(long peopleFrom, List<Part> parts) {}

    /**
     * Enrolments of one course, from a whole cohort on.
     *
     * @param institute whose, or empty for nine institutes in turn
     */
    record Part(long from, long to, String course, int steps, String institute) {
        String institute(long cohort) {
            return institute.isEmpty() ? INSTITUTES.get((int) (cohort % INSTITUTES.size())) : institute;
        }
    }

    private void people(long from, long to) throws SQLException {
        try (BulkRows rows = BulkRows.into(
                connection,
                "person",
                "id",
                "email",
                "name_en",
                "name_bn",
                "designation_en",
                "organization",
                "language",
                "active",
                "created_at",
                "version",
                "sex",
                "sort_en",
                "sort_bn")) {
            for (long x = from; x < to; x++) {
                String key = "%016x".formatted(mixed(x)) + "000102030405060708";
                rows.add(
                        id("person", x),
                        "p" + x + "@bench.example",
                        "Person Number " + x,
                        "ব্যক্তি নম্বর " + x,
                        DESIGNATIONS.get((int) (x % DESIGNATIONS.size())),
                        INSTITUTES.get((int) (x % INSTITUTES.size())),
                        "BN",
                        true,
                        EPOCH,
                        1,
                        x % 3 == 0 ? "FEMALE" : "MALE",
                        key,
                        key);
            }
        }
    }

    /** A cohort of each 350 enrolments. */
    private void cohorts(Part part) throws SQLException {
        try (BulkRows rows = BulkRows.into(
                connection,
                "cohort",
                "id",
                "host",
                "course",
                "title_en",
                "title_bn",
                "starts",
                "ends",
                "created_at",
                "version")) {
            for (long c = part.from() / COHORT; c <= (part.to() - 1) / COHORT; c++) {
                rows.add(
                        id("cohort" + part.course(), c),
                        part.institute(c),
                        part.course(),
                        "Batch",
                        "ব্যাচ",
                        starts(c),
                        starts(c).plusDays(60),
                        EPOCH,
                        1);
            }
        }
    }

    private static LocalDate starts(long cohort) {
        return FIRST.plusDays((cohort * 37) % DAYS);
    }

    /** How one enrolment went: the same number always the same. */
    private record Went(long number, long cohort) {
        static Went of(long number) {
            return new Went(number, number / COHORT);
        }

        String state() {
            return STATES.get((int) (number % STATES.size()));
        }

        OffsetDateTime enrolled() {
            return starts(cohort).minusDays(5).atStartOfDay().atOffset(ZoneOffset.UTC);
        }

        boolean hasBegun() {
            return !state().equals("INVITED");
        }

        boolean isCompleted() {
            return state().equals("COMPLETED");
        }

        OffsetDateTime begun() {
            return enrolled().plusDays(6 + number % 7);
        }

        OffsetDateTime completed() {
            return begun().plusDays(5 + number % 40);
        }

        int done(int steps) {
            return isCompleted() ? steps : (int) (number % steps);
        }
    }

    private void enrolments(Part part) throws SQLException {
        try (BulkRows rows = BulkRows.into(
                connection,
                "enrolment",
                "id",
                "person",
                "course",
                "cohort",
                "institute",
                "state",
                "enrolled_at",
                "begun_at",
                "completed_at",
                "due",
                "version")) {
            for (long x = part.from(); x < part.to(); x++) {
                Went went = Went.of(x);
                rows.add(
                        id("enrolment" + part.course(), x),
                        id("person", x % people),
                        part.course(),
                        id("cohort" + part.course(), went.cohort()),
                        part.institute(went.cohort()),
                        went.state(),
                        went.enrolled(),
                        went.hasBegun() ? went.begun() : null,
                        went.isCompleted() ? went.completed() : null,
                        starts(went.cohort()).plusDays(60),
                        1);
            }
        }
    }

    private void progress(Part part) throws SQLException {
        String release = release(part.course());
        int perModule = part.course().equals(WideCourse.WIDE) ? 13 : 14;
        try (BulkRows rows = BulkRows.into(
                connection,
                "enrolment_progress",
                "enrolment",
                "course",
                "release",
                "cells",
                "done",
                "total",
                "last_activity_at")) {
            for (long x = part.from(); x < part.to(); x++) {
                Went went = Went.of(x);
                if (went.hasBegun()) {
                    int done = went.done(part.steps());
                    rows.add(
                            id("enrolment" + part.course(), x),
                            part.course(),
                            release,
                            cells(done, perModule),
                            done,
                            part.steps(),
                            went.begun().plusDays(3));
                }
            }
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

    /** Lets the counts be taken anew, since these rows are older than what was counted. */
    private void analyse() throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("delete from tally");
            statement.execute("delete from tally_state");
            statement.execute("analyze");
        }
    }
}
