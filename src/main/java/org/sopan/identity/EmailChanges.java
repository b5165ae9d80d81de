package org.sopan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sopan.shared.PersonId;

/** All changes of e-mail addresses, pending and done. */
@ApplicationScoped
public class EmailChanges {
    private final EntityManager entities;

    @Inject
    public EmailChanges(EntityManager entities) {
        this.entities = entities;
    }

    void add(EmailChange change) {
        entities.persist(change);
    }

    Optional<EmailChange> pendingOf(PersonId person) {
        return entities.createQuery("select c from EmailChange c where c.pendingKey = :person", EmailChange.class)
                .setParameter("person", person.toString())
                .getResultStream()
                .findFirst();
    }

    /** Ends what this person still has pending; its links say nothing any more. */
    void dropPending(PersonId person) {
        pendingOf(person).ifPresent(entities::remove);
        entities.flush();
    }

    /** Whose link this is, without a lock. */
    Optional<EmailChange> byHash(String hash) {
        return entities.createQuery(
                        "select c from EmailChange c where c.oldHash = :hash or c.newHash = :hash", EmailChange.class)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst();
    }

    /** The same, locked until the transaction ends; empty when it was dropped meanwhile. */
    Optional<EmailChange> locked(EmailChange change) {
        return entities.createQuery("select c from EmailChange c where c.id = :id", EmailChange.class)
                .setParameter("id", change.id())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** The addresses these records had before. */
    Set<String> former(Collection<PersonId> people) {
        Set<String> addresses = new TreeSet<>();
        entities
                .createQuery("select c from EmailChange c where c.person in :people", EmailChange.class)
                .setParameter("people", people)
                .getResultList()
                .stream()
                .filter(EmailChange::isDone)
                .forEach(change -> addresses.add(change.oldAddress()));
        return addresses;
    }
}
