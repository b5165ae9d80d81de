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
import org.sopan.platform.JsonText;
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

    private @Nullable Integer minutes;
    private @Nullable String evidence;

    protected Award() {}

    private Award(UUID id, String key, String kind, Enrolment enrolment, String release, Evidence met, Instant metAt) {
        this.id = id;
        this.awardKey = key;
        this.kind = kind;
        this.person = enrolment.person();
        this.enrolment = enrolment.id();
        this.cohort = enrolment.cohort();
        this.institute = enrolment.institute();
        this.release = release;
        this.evidence = JsonText.of(met);
        this.metAt = metAt;
    }

    static Award ofCourse(UUID id, String kind, Enrolment enrolment, Course course, Evidence met, Instant metAt) {
        Award award = new Award(id, key(kind, enrolment), kind, enrolment, course.release(), met, metAt);
        award.course = course.id();
        return award;
    }

    /**
     * One over the whole programme.
     *
     * @param last the enrolment in which the last condition was met; its institute is the award's
     * @param owner whose award it is, of joined records the kept one
     * @param minutes learning time of the modules that counted
     */
    static Award ofProgramme(
            UUID id,
            String kind,
            PersonId owner,
            Enrolment last,
            String edition,
            Evidence met,
            int minutes,
            Instant metAt) {
        Award award = new Award(id, key(kind, owner), kind, last, edition, met, metAt);
        award.person = owner;
        award.minutes = minutes;
        return award;
    }

    static String key(String kind, Enrolment enrolment) {
        CohortId cohort = enrolment.cohort();
        return enrolment.person() + "/" + kind + "/" + enrolment.course() + "/" + (cohort == null ? "-" : cohort);
    }

    /** Whatever the cohort: an award over the programme is met once. */
    static String key(String kind, PersonId owner) {
        return owner + "/" + kind + "/programme";
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

    public @Nullable CohortId cohort() {
        return cohort;
    }

    /** Learning time of the modules that counted for an award over the programme; else null. */
    public @Nullable Integer minutes() {
        return minutes;
    }

    /** What met it, on that day; nothing of awards from before it was kept. */
    public Evidence evidence() {
        return evidence == null ? Evidence.NONE : JsonText.read(evidence, Evidence.class);
    }
}
