package org.sopan.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.Caller;
import org.sopan.shared.DomainException;
import org.sopan.shared.EnrolmentId;

/** All attempts. */
@ApplicationScoped
public class Attempts {
    private static final int CHUNK = 500;
    private final EntityManager entities;

    @Inject
    public Attempts(EntityManager entities) {
        this.entities = entities;
    }

    void add(Attempt attempt) {
        entities.persist(attempt);
    }

    List<Attempt> of(EnrolmentId enrolment, String quiz) {
        return entities.createQuery(
                        "select a from Attempt a where a.enrolment = :enrolment and a.quiz = :quiz order by a.number",
                        Attempt.class)
                .setParameter("enrolment", enrolment)
                .setParameter("quiz", quiz)
                .getResultList();
    }

    /** Moves the deadline of those that are open and not over; each is locked until the transaction ends. */
    void extend(List<EnrolmentId> enrolments, String quiz, int minutes, Instant now) {
        for (int from = 0; minutes > 0 && from < enrolments.size(); from += CHUNK) {
            List<String> keys = enrolments.subList(from, Math.min(enrolments.size(), from + CHUNK)).stream()
                    .map(enrolment -> Attempt.openKey(enrolment, quiz))
                    .toList();
            entities.createQuery("select a from Attempt a where a.openKey in :keys order by a.id", Attempt.class)
                    .setParameter("keys", keys)
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                    .getResultList()
                    .forEach(attempt -> attempt.extend(minutes, now));
        }
    }

    /** The caller's own attempt; else not found. */
    Attempt ownOf(Caller caller, UUID id) {
        return own(caller, entities.find(Attempt.class, id));
    }

    /** The same, locked until the transaction ends: its journal is written by one at a time. */
    Attempt lockOwnOf(Caller caller, UUID id) {
        return own(caller, entities.find(Attempt.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    private static Attempt own(Caller caller, @Nullable Attempt attempt) {
        if (attempt == null || !caller.is(attempt.person())) {
            throw new DomainException.NotFound("unknown-attempt");
        }
        return attempt;
    }
}
