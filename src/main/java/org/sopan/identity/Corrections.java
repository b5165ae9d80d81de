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

/** All correction requests. */
@ApplicationScoped
public class Corrections {
    private final EntityManager entities;

    @Inject
    public Corrections(EntityManager entities) {
        this.entities = entities;
    }

    void add(CorrectionRequest request) {
        entities.persist(request);
    }

    Optional<CorrectionRequest> locked(UUID id) {
        return Optional.ofNullable(entities.find(CorrectionRequest.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    boolean anyOpen(PersonId person) {
        return !entities.createQuery("select c.id from CorrectionRequest c where c.openKey = :key")
                .setParameter("key", person.toString())
                .getResultList()
                .isEmpty();
    }

    List<CorrectionRequest> of(PersonId person) {
        return entities.createQuery(
                        "select c from CorrectionRequest c where c.person = :person order by c.askedAt desc, c.id",
                        CorrectionRequest.class)
                .setParameter("person", person)
                .getResultList();
    }

    /** Requests of the people of these institutes, or of all where none is named; the oldest first. */
    Page<CorrectionRequest> list(
            CorrectionRequest.@Nullable State state, @Nullable Collection<String> institutes, int page, int size) {
        String from = " from CorrectionRequest c, Person p where p.id = c.person"
                + (state == null ? "" : " and c.state = :state")
                + (institutes == null ? "" : " and p.organization in :institutes");
        TypedQuery<CorrectionRequest> items =
                entities.createQuery("select c" + from + " order by c.askedAt, c.id", CorrectionRequest.class);
        TypedQuery<Long> count = entities.createQuery("select count(c)" + from, Long.class);
        for (TypedQuery<?> query : List.of(items, count)) {
            if (state != null) {
                query.setParameter("state", state);
            }
            if (institutes != null) {
                query.setParameter("institutes", institutes.isEmpty() ? List.of("") : institutes);
            }
        }
        return new Page<>(
                items.setFirstResult(page * size).setMaxResults(size).getResultList(), count.getSingleResult());
    }
}
