package org.sopan.assessment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.CohortId;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.PersonId;

/**
 * Extra attempts at a quiz, or extra minutes for each attempt, with the reason: for one enrolment, or for the people of
 * an institute in a cohort, those who join it later included. Several add up; none is taken back.
 */
@Entity
@Table(name = "quiz_allowance")
public class Allowance {
    @Id
    private UUID id;

    private @Nullable EnrolmentId enrolment;
    private @Nullable CohortId cohort;
    private @Nullable String institute;
    private String quiz;
    private int attempts;
    private int minutes;
    private String reason;

    @Column(name = "given_by")
    private PersonId givenBy;

    @Column(name = "given_at")
    private Instant givenAt;

    @Column(name = "once_key")
    private @Nullable String onceKey;

    protected Allowance() {}

    private Allowance(UUID id, Terms terms, PersonId givenBy, Instant givenAt) {
        this.id = id;
        this.quiz = terms.quiz();
        this.attempts = terms.attempts();
        this.minutes = terms.minutes();
        this.reason = terms.reason();
        this.givenBy = givenBy;
        this.givenAt = givenAt;
    }

    /**
     * What is given, and why.
     *
     * @param once names this giving for who gives it, so that it can be sent again without harm; null is another each time
     */
    public record Terms(String quiz, int attempts, int minutes, String reason, @Nullable String once) {}

    /** The key under which something is given once: by whom, to whom, and how the giver calls it. */
    static @Nullable String onceKey(PersonId givenBy, Object whose, @Nullable String institute, Terms terms) {
        return terms.once() == null ? null : givenBy + "/" + whose + "/" + institute + "/" + terms.once();
    }

    static Allowance of(UUID id, EnrolmentId enrolment, Terms terms, PersonId givenBy, Instant now) {
        Allowance allowance = new Allowance(id, terms, givenBy, now);
        allowance.enrolment = enrolment;
        allowance.onceKey = onceKey(givenBy, enrolment, null, terms);
        return allowance;
    }

    /** For a cohort; no institute means that of everybody. */
    static Allowance of(
            UUID id, CohortId cohort, @Nullable String institute, Terms terms, PersonId givenBy, Instant now) {
        Allowance allowance = new Allowance(id, terms, givenBy, now);
        allowance.cohort = cohort;
        allowance.institute = institute;
        allowance.onceKey = onceKey(givenBy, cohort, institute, terms);
        return allowance;
    }

    public UUID id() {
        return id;
    }

    public boolean isForCohort() {
        return cohort != null;
    }

    public @Nullable String institute() {
        return institute;
    }

    public String quiz() {
        return quiz;
    }

    public int attempts() {
        return attempts;
    }

    /** Minutes more for each attempt. */
    public int minutes() {
        return minutes;
    }

    public String reason() {
        return reason;
    }

    public PersonId givenBy() {
        return givenBy;
    }

    public Instant givenAt() {
        return givenAt;
    }
}
