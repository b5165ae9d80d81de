package org.sopan.report;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.Enrolment;
import org.sopan.platform.InstantColumn;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;

/**
 * One enrolment as reports read it: the person (of joined records the kept one), the dates, and how far it is.
 *
 * @param percent of the required steps; 100 once complete
 * @param lastActivity the last lesson finished or quiz submitted
 * @param failing the quiz that was tried twice or more and not passed
 * @param serial the valid certificate of the course
 */
record Learning(
        String enrolment,
        String person,
        LocalizedText name,
        String email,
        @Nullable LocalizedText designation,
        String institute,
        @Nullable String cohort,
        String course,
        Enrolment.State state,
        Instant enrolledAt,
        @Nullable Instant begunAt,
        @Nullable Instant completedAt,
        @Nullable LocalDate due,
        @Nullable String release,
        Cells cells,
        int percent,
        @Nullable Instant lastActivity,
        @Nullable String failing,
        @Nullable String serial,
        @Nullable LocalDate issuedOn) {
    private static final InstantColumn INSTANT = new InstantColumn();

    static final String PERCENT =
            "case when e.state = 'COMPLETED' then 100" + " when g.total > 0 then g.done * 100 / g.total else 0 end";

    private static final String COLUMNS = "select cast(e.id as varchar), cast(p.id as varchar), p.name_en, p.name_bn,"
            + " p.email, p.designation_en, p.designation_bn, e.institute, cast(e.cohort as varchar), e.course, e.state,"
            + " e.enrolled_at, e.begun_at, e.completed_at, e.due, g.release, g.cells, " + PERCENT
            + ", g.last_activity_at, g.failing";

    private static final String TABLES =
            " from enrolment e join " + Once.PERSON + " left join enrolment_progress g on g.enrolment = e.id";

    /** What follows is a condition. */
    static final String SELECT = COLUMNS + TABLES + " where ";

    /** The same with the certificate of the course. */
    static final String SELECT_CERTIFIED = COLUMNS + ", c.serial, c.issued_on" + TABLES
            + " left join award a on a.enrolment = e.id and a.kind = 'completion'"
            + " left join certificate c on c.award = a.id and c.status = 'VALID' where ";

    static final String COUNT = "select count(*)" + TABLES + " where ";

    static Learning of(@Nullable Object[] row) {
        String email = String.valueOf(row[4]);
        LocalizedText name = text(row[2], row[3]);
        return new Learning(
                String.valueOf(row[0]),
                String.valueOf(row[1]),
                name == null ? new LocalizedText(email, null) : name,
                email,
                text(row[5], row[6]),
                String.valueOf(row[7]),
                (String) row[8],
                String.valueOf(row[9]),
                Enrolment.State.valueOf(String.valueOf(row[10])),
                java.util.Objects.requireNonNull(INSTANT.convertToEntityAttribute(row[11])),
                INSTANT.convertToEntityAttribute(row[12]),
                INSTANT.convertToEntityAttribute(row[13]),
                day(row[14]),
                (String) row[15],
                Cells.stored((String) row[16]),
                row[17] instanceof Number percent ? percent.intValue() : 0,
                INSTANT.convertToEntityAttribute(row[18]),
                (String) row[19],
                row.length > 20 ? (String) row[20] : null,
                row.length > 20 ? day(row[21]) : null);
    }

    boolean isOpen() {
        return state == Enrolment.State.INVITED || state == Enrolment.State.ACTIVE;
    }

    String nameIn(Language language) {
        return name.in(language);
    }

    private static @Nullable LocalizedText text(@Nullable Object en, @Nullable Object bn) {
        return en == null && bn == null ? null : new LocalizedText((String) en, (String) bn);
    }

    private static @Nullable LocalDate day(@Nullable Object column) {
        return column instanceof Date date ? date.toLocalDate() : (LocalDate) column;
    }
}
