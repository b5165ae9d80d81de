package org.sopan.completion;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.course.Course;
import org.sopan.enrolment.Enrolment;
import org.sopan.shared.CohortId;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.PersonId;

/**
 * An award that a person has met. One key, made of person, award, course or programme, and cohort, keeps it from being
 * met twice; once met it is never taken back by a later release.
 */
@Entity
@Table(name = "award")
public class Award {
    @Id
    private UUID id;

    @Column(name = "award_key")
    private String awardKey;

    private String kind;
    private PersonId person;
    private @Nullable EnrolmentId enrolment;
    private @Nullable String course;
    private @Nullable CohortId cohort;
    private String institute;
    private String release;

    @Column(name = "met_at")
    private Instant metAt;

    protected Award() {}

    Award(UUID id, String kind, Enrolment enrolment, Course course, Instant metAt) {
        this.id = id;
        this.awardKey = key(kind, enrolment);
        this.kind = kind;
        this.person = enrolment.person();
        this.enrolment = enrolment.id();
        this.course = course.id();
        this.cohort = enrolment.cohort();
        this.institute = enrolment.institute();
        this.release = course.release();
        this.metAt = metAt;
    }

    static String key(String kind, Enrolment enrolment) {
        CohortId cohort = enrolment.cohort();
        return enrolment.person() + "/" + kind + "/" + enrolment.course() + "/" + (cohort == null ? "-" : cohort);
    }

    public UUID id() {
        return id;
    }

    public String kind() {
        return kind;
    }

    public PersonId person() {
        return person;
    }

    public @Nullable EnrolmentId enrolment() {
        return enrolment;
    }

    public @Nullable String course() {
        return course;
    }

    public String institute() {
        return institute;
    }

    public String release() {
        return release;
    }

    public Instant metAt() {
        return metAt;
    }
}
