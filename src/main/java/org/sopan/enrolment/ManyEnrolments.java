package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.Batches;
import org.sopan.shared.CohortId;
import org.sopan.shared.EnrolmentId;

/** The enrolments of many people at once, in statements that grow by chunks and not by people. */
@ApplicationScoped
public class ManyEnrolments {
    private static final String INSERT =
            "insert into enrolment (id, person, course, cohort, institute, state, open_key,"
                    + " enrolled_at, due, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)";
    private final EntityManager entities;
    private final Batches batches;

    @Inject
    public ManyEnrolments(EntityManager entities, Batches batches) {
        this.entities = entities;
        this.batches = batches;
    }

    /** Adds enrolments that were just made, as the entity manager would one by one. */
    void add(Collection<Enrolment> made) {
        batches.execute(INSERT, made.stream().map(ManyEnrolments::row).toList());
    }

    private static @Nullable Object[] row(Enrolment enrolment) {
        CohortId cohort = enrolment.cohort();
        return new @Nullable Object[] {
            enrolment.id().value(),
            enrolment.person().value(),
            enrolment.course(),
            cohort == null ? null : cohort.value(),
            enrolment.institute(),
            enrolment.state().name(),
            Enrolment.openKey(enrolment.person(), enrolment.course()),
            enrolment.enrolledAt(),
            enrolment.due()
        };
    }

    /** Removes enrolments in which nothing has happened. */
    void remove(Collection<EnrolmentId> ids) {
        batches.execute(
                "delete from enrolment where id = ?",
                ids.stream().map(id -> new @Nullable Object[] {id.value()}).toList());
    }

    /** These, each locked until the transaction ends; in the order of their ids. */
    List<Enrolment> locked(Collection<EnrolmentId> ids) {
        List<UUID> sorted = ids.stream()
                .map(EnrolmentId::value)
                .sorted(Comparator.comparing(UUID::toString))
                .toList();
        return Batches.listed(sorted, chunk -> entities.createQuery(
                        "select e from Enrolment e where e.id in :ids order by e.id", Enrolment.class)
                .setParameter("ids", chunk)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList());
    }
}
