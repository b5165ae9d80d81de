package org.sopan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.Page;
import org.sopan.shared.PersonId;

/** All transfers. */
@ApplicationScoped
public class Transfers {
    private final EntityManager entities;

    @Inject
    public Transfers(EntityManager entities) {
        this.entities = entities;
    }

    void add(Transfer transfer) {
        entities.persist(transfer);
    }

    public Optional<Transfer> find(UUID id) {
        return Optional.ofNullable(entities.find(Transfer.class, id));
    }

    Optional<Transfer> locked(UUID id) {
        return Optional.ofNullable(entities.find(Transfer.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The latest first. */
    List<Transfer> of(PersonId person) {
        return entities.createQuery(
                        "select t from Transfer t where t.person = :person order by t.askedAt desc, t.id",
                        Transfer.class)
                .setParameter("person", person)
                .getResultList();
    }

    /** Those that leave these institutes, and those that come and were agreed; all where none is named. */
    Page<Transfer> list(@Nullable Collection<String> institutes, int page, int size) {
        String from = " from Transfer t"
                + (institutes == null
                        ? ""
                        : " where t.from in :institutes or (t.to in :institutes and t.agreedAt is not null)");
        TypedQuery<Transfer> items =
                entities.createQuery("select t" + from + " order by t.askedAt desc, t.id", Transfer.class);
        TypedQuery<Long> count = entities.createQuery("select count(t)" + from, Long.class);
        if (institutes != null) {
            Collection<String> named = institutes.isEmpty() ? List.of("") : institutes;
            items.setParameter("institutes", named);
            count.setParameter("institutes", named);
        }
        return new Page<>(
                items.setFirstResult(page * size).setMaxResults(size).getResultList(), count.getSingleResult());
    }

    /** Has what ended written before a new one takes its place. */
    void flush() {
        entities.flush();
    }
}
