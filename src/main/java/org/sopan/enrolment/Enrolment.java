package org.sopan.enrolment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.PersonId;

/**
 * One person in one course in one cohort, with the institute of that day: completions count for it even after a
 * transfer. At most one is open per person and course.
 */
@Entity
@Table(name = "enrolment")
public class Enrolment {
    @Id
    private UUID id;

    private PersonId person;
    private String course;
    private @Nullable CohortId cohort;
    private String institute;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "open_key")
    private @Nullable String openKey;

    @Column(name = "enrolled_at")
    private Instant enrolledAt;

    @Column(name = "begun_at")
    private @Nullable Instant begunAt;

    @Column(name = "completed_at")
    private @Nullable Instant completedAt;

    private @Nullable LocalDate due;

    @Version
    private long version;

    protected Enrolment() {}

    public Enrolment(
            EnrolmentId id, PersonId person, String course, @Nullable Cohort cohort, String institute, Instant now) {
        this.id = id.value();
        this.person = person;
        this.course = course;
        this.cohort = cohort == null ? null : cohort.id();
        this.institute = institute;
        this.state = State.INVITED;
        this.openKey = openKey(person, course);
        this.enrolledAt = now;
        this.due = cohort == null ? null : cohort.ends();
    }

    /** Where an enrolment stands. */
    public enum State {
        INVITED,
        ACTIVE,
        COMPLETED,
        WITHDRAWN,
        LAPSED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static String openKey(PersonId person, String course) {
        return person + "/" + course;
    }

    static PersonId holderOf(String openKey) {
        return new PersonId(UUID.fromString(openKey.substring(0, openKey.indexOf('/'))));
    }

    /** The first act of learning begins it; a completed one stays completed. Refuses when it was closed. */
    public void begin(Instant now) {
        if (state == State.WITHDRAWN || state == State.LAPSED) {
            throw new DomainException.Conflict("enrolment-closed");
        }
        if (state == State.INVITED) {
            state = State.ACTIVE;
            begunAt = now;
        }
    }

    /** True when this call completed it; it never reopens. */
    public boolean complete(Instant now) {
        if (state != State.ACTIVE) {
            return false;
        }
        state = State.COMPLETED;
        completedAt = now;
        openKey = null;
        return true;
    }

    /** True when this call withdrew it; refuses when it has ended otherwise. What was learnt stays. */
    boolean withdraw() {
        if (state == State.WITHDRAWN) {
            return false;
        }
        mustBeOpen();
        close(State.WITHDRAWN);
        return true;
    }

    /**
     * True when this call opened it again: where it was begun it goes on, else it waits to be. It is the open one of
     * this record, which is another than its own where the two were joined.
     */
    boolean reinstate(@Nullable LocalDate until, PersonId record) {
        if (isOpen()) {
            return false;
        }
        if (state == State.COMPLETED) {
            throw new DomainException.Conflict("enrolment-completed");
        }
        state = begunAt == null ? State.INVITED : State.ACTIVE;
        openKey = openKey(record, course);
        due = until;
        return true;
    }

    /** True when this call moved it; the last day is that of the new cohort. */
    boolean move(Cohort to) {
        mustBeOpen();
        if (to.id().equals(cohort)) {
            return false;
        }
        cohort = to.id();
        due = to.ends();
        return true;
    }

    /** True when this call changed the last day. */
    boolean postpone(LocalDate until) {
        mustBeOpen();
        if (until.equals(due)) {
            return false;
        }
        due = until;
        return true;
    }

    private void close(State how) {
        state = how;
        openKey = null;
    }

    private void mustBeOpen() {
        if (!isOpen()) {
            throw new DomainException.Conflict(state == State.COMPLETED ? "enrolment-completed" : "enrolment-closed");
        }
    }

    /** Makes way for another enrolment of the same person in this course; tells what it was. */
    public State stepAside() {
        State was = state;
        state = State.WITHDRAWN;
        openKey = null;
        return was;
    }

    /** Is again what it was, as the open one of this record. */
    public void stepBack(State was, PersonId record) {
        state = was;
        openKey = openKey(record, course);
    }

    /** If it is open, counts as the one open enrolment of this record, whosesoever it is. */
    public void openUnder(PersonId record) {
        openKey = openKey == null ? null : openKey(record, course);
    }

    /** Counts for another institute from now on, in a cohort of its own or none. */
    void transfer(String to, @Nullable Cohort into) {
        institute = to;
        cohort = into == null ? null : into.id();
        due = into == null ? null : into.ends();
    }

    public EnrolmentId id() {
        return new EnrolmentId(id);
    }

    public PersonId person() {
        return person;
    }

    public String course() {
        return course;
    }

    public @Nullable CohortId cohort() {
        return cohort;
    }

    public String institute() {
        return institute;
    }

    public State state() {
        return state;
    }

    public boolean isOpen() {
        return openKey != null;
    }

    public boolean hasBegun() {
        return begunAt != null;
    }

    public Instant enrolledAt() {
        return enrolledAt;
    }

    public @Nullable Instant begunAt() {
        return begunAt;
    }

    public @Nullable Instant completedAt() {
        return completedAt;
    }

    /** The last day in Asia/Dhaka, or null. */
    public @Nullable LocalDate due() {
        return due;
    }
}
