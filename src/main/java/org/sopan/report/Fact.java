package org.sopan.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.Clocks;
import org.sopan.platform.InstantColumn;
import org.sopan.platform.Sql;

/** Something that happened once to an enrolment and is counted: it was made, begun, or completed. */
record Fact(
        Kind kind,
        String institute,
        String course,
        Instant enrolledAt,
        @Nullable Instant begunAt,
        @Nullable Instant completedAt,
        @Nullable String designationEn,
        @Nullable String designationBn,
        @Nullable String sex) {
    private static final InstantColumn INSTANT = new InstantColumn();

    /** What happened, and the column that says when. */
    enum Kind {
        ENROLLED("enrolled_at"),
        BEGUN("begun_at"),
        COMPLETED("completed_at");

        private final String column;

        Kind(String column) {
            this.column = column;
        }

        /**
         * Reads the facts of this kind. What follows are conditions, the time of the fact being {@code {at}}. The outer
         * join makes H2 begin with the few enrolments and not with all people.
         */
        Sql select(Sql conditions) {
            return new Sql()
                    .add("select '" + name() + "', e.institute, e.course, e.enrolled_at, e.begun_at, e.completed_at, "
                            + ofKept("designation_en") + ", " + ofKept("designation_bn") + ", " + ofKept("sex")
                            + " from enrolment e left join person p on p.id = e.person"
                            + " left join person k on k.id = p.merged_into where e." + column + " is not null")
                    .add(conditions.replaced("{at}", "e." + column));
        }
    }

    /** Of joined records the kept one's; hardly any is joined, so that most people are looked up once. */
    private static String ofKept(String column) {
        return "case when k.id is null then p." + column + " else k." + column + " end";
    }

    /** The facts of all kinds in one query. */
    static Sql select(Sql conditions) {
        Sql sql = new Sql();
        for (Kind kind : Kind.values()) {
            sql.add(kind == Kind.ENROLLED ? "" : " union all ").add(kind.select(conditions));
        }
        return sql;
    }

    static Fact of(@Nullable Object[] row) {
        return new Fact(
                Kind.valueOf(String.valueOf(row[0]).strip()),
                String.valueOf(row[1]),
                String.valueOf(row[2]),
                Objects.requireNonNull(INSTANT.convertToEntityAttribute(row[3])),
                INSTANT.convertToEntityAttribute(row[4]),
                INSTANT.convertToEntityAttribute(row[5]),
                (String) row[6],
                (String) row[7],
                (String) row[8]);
    }

    /** The same, counted for another institute. */
    Fact of(String other) {
        return new Fact(kind, other, course, enrolledAt, begunAt, completedAt, designationEn, designationBn, sex);
    }

    YearMonth month() {
        Instant at = kind == Kind.COMPLETED ? completedAt : kind == Kind.BEGUN ? begunAt : enrolledAt;
        return monthOf(at == null ? enrolledAt : at);
    }

    YearMonth monthOfEnrolling() {
        return monthOf(enrolledAt);
    }

    /** Calendar days from the first act to completion. */
    long days() {
        return days(begunAt == null ? enrolledAt : begunAt, completedAt == null ? enrolledAt : completedAt);
    }

    static long days(Instant from, Instant to) {
        return ChronoUnit.DAYS.between(LocalDate.ofInstant(from, Clocks.DHAKA), LocalDate.ofInstant(to, Clocks.DHAKA));
    }

    private static YearMonth monthOf(Instant at) {
        return YearMonth.from(at.atZone(Clocks.DHAKA));
    }
}
