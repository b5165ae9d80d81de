package org.sopan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.sopan.shared.Page;
import org.sopan.shared.PersonId;

/** All merges, standing and undone. */
@ApplicationScoped
public class Merges {
    private final EntityManager entities;

    @Inject
    public Merges(EntityManager entities) {
        this.entities = entities;
    }

    void add(PersonMerge merge) {
        entities.persist(merge);
    }

    Optional<PersonMerge> find(UUID id) {
        return Optional.ofNullable(entities.find(PersonMerge.class, id));
    }

    /** As it is now that the records are locked. */
    PersonMerge locked(UUID id) {
        return entities.find(PersonMerge.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    Optional<PersonMerge> standingOf(PersonId dropped) {
        return entities.createQuery("select m from PersonMerge m where m.standingKey = :key", PersonMerge.class)
                .setParameter("key", dropped.toString())
                .getResultStream()
                .findFirst();
    }

    /** The latest first. */
    Page<PersonMerge> list(int page, int size) {
        return new Page<>(
                entities.createQuery("select m from PersonMerge m order by m.mergedAt desc, m.id", PersonMerge.class)
                        .setFirstResult(page * size)
                        .setMaxResults(size)
                        .getResultList(),
                entities.createQuery("select count(m) from PersonMerge m", Long.class)
                        .getSingleResult());
    }
}
