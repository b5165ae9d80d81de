package org.sopan.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import org.sopan.course.Catalogue;
import org.sopan.course.Course;
import org.sopan.enrolment.EverEnrolled;
import org.sopan.platform.Caller;
import org.sopan.platform.Role;
import org.sopan.shared.DomainException;

/**
 * From which courses one may take the kits: a trainer from every course she is or ever was enrolled in, so that they
 * stay with her long after the course; staff from all.
 */
@ApplicationScoped
public class KitShelf {
    private final Catalogue catalogue;
    private final EverEnrolled enrolled;
    private final Caller caller;

    @Inject
    public KitShelf(Catalogue catalogue, EverEnrolled enrolled, Caller caller) {
        this.catalogue = catalogue;
        this.enrolled = enrolled;
        this.caller = caller;
    }

    /** The courses with something on this shelf. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Course> courses() {
        Set<String> own = isStaff() ? Set.of() : enrolled.courses(caller.records());
        return catalogue.list().stream()
                .filter(course -> isStaff() || own.contains(course.id()))
                .filter(course -> course.modules().stream()
                        .anyMatch(module -> !module.kit().isEmpty()))
                .toList();
    }

    /** Refuses with 404: a course one never was in has no kits to know of. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public void check(String course) {
        if (!isStaff() && !enrolled.courses(caller.records()).contains(course)) {
            throw new DomainException.NotFound("unknown-kit");
        }
    }

    private boolean isStaff() {
        return caller.identified()
                .filter(who -> who.roles().stream().anyMatch(role -> role != Role.LEARNER))
                .isPresent();
    }
}
