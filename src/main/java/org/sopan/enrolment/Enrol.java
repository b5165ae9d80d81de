package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sopan.course.Catalogue;
import org.sopan.course.Course;
import org.sopan.identity.People;
import org.sopan.identity.Person;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.platform.Clocks;
import org.sopan.platform.Randomness;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.PersonId;

/** Enrols one person in one course: staff anyone they look after, a learner oneself where the course allows it. */
@ApplicationScoped
public class Enrol {
    private final Enrolments enrolments;
    private final People people;
    private final Catalogue catalogue;
    private final Caller caller;
    private final AuditTrail audit;
    private final Randomness randomness;
    private final Clock clock;

    @Inject
    public Enrol(
            Enrolments enrolments,
            People people,
            Catalogue catalogue,
            Caller caller,
            AuditTrail audit,
            Randomness randomness,
            Clock clock) {
        this.enrolments = enrolments;
        this.people = people;
        this.catalogue = catalogue;
        this.caller = caller;
        this.audit = audit;
        this.randomness = randomness;
        this.clock = clock;
    }

    @Transactional
    public Enrolment enrol(String courseId, @Nullable PersonId whom, @Nullable CohortId cohortId) {
        if (!catalogue.has(courseId)) {
            throw DomainException.Invalid.refused("unknown-course", new FieldError("course", "unknown-course"));
        }
        Course course = catalogue.live(courseId);
        Person person = people.find(whom == null ? caller.person() : whom)
                .filter(this::mayEnrol)
                .orElseThrow(() -> new DomainException.NotFound("unknown-person"));
        String institute = person.organization();
        if (institute == null) {
            throw DomainException.Invalid.refused("unknown-organization", new FieldError("person", "missing"));
        }
        if (!caller.looksAfter(institute) && (cohortId != null || !course.selfEnrolment())) {
            throw new DomainException.Forbidden("self-enrolment-closed");
        }
        requireFree(person.id(), course);
        Cohort cohort = cohortId == null ? null : seat(cohortId, person, institute, courseId);
        Enrolment enrolment = new Enrolment(
                new EnrolmentId(randomness.id()), person.id(), courseId, cohort, institute, clock.instant());
        enrolments.add(enrolment);
        audit.record(
                caller.person(),
                "enrolled",
                person.id().toString(),
                Map.of("course", courseId, "institute", institute));
        return enrolment;
    }

    private Cohort seat(CohortId id, Person person, String institute, String course) {
        Cohort cohort = enrolments.seatFor(person.id(), institute, id);
        cohort.mustTake(course, LocalDate.now(clock.withZone(Clocks.DHAKA)));
        return cohort;
    }

    private void requireFree(PersonId person, Course course) {
        if (enrolments.isOpen(person, course.id())) {
            throw new DomainException.Conflict("already-enrolled");
        }
        for (String prerequisite : course.requires()) {
            if (!enrolments.hasCompleted(person, prerequisite)) {
                throw new DomainException.Conflict("prerequisite-open");
            }
        }
    }

    private boolean mayEnrol(Person person) {
        String institute = person.organization();
        return person.isActive() && (caller.is(person.id()) || (institute != null && caller.looksAfter(institute)));
    }
}
