package org.sopan.completion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sopan.enrolment.Enrolment;
import org.sopan.identity.Records;
import org.sopan.shared.PersonId;

/** All awards that were met. */
@ApplicationScoped
public class Awards {
    private final EntityManager entities;

    @Inject
    public Awards(EntityManager entities) {
        this.entities = entities;
    }

    void add(Award award) {
        entities.persist(award);
    }

    /** Also by the same enrolment while it belonged to another cohort. */
    boolean isMet(String kind, Enrolment enrolment) {
        return !entities.createQuery("select a.id from Award a where a.person = :person"
                        + " and (a.awardKey = :key or (a.kind = :kind and a.enrolment = :enrolment))")
                .setParameter("person", enrolment.person())
                .setParameter("key", Award.key(kind, enrolment))
                .setParameter("kind", kind)
                .setParameter("enrolment", enrolment.id())
                .getResultList()
                .isEmpty();
    }

    public Optional<Award> find(UUID id) {
        return Optional.ofNullable(entities.find(Award.class, id));
    }

    /** Those of a person, joined records included. */
    public List<Award> of(PersonId person) {
        return entities.createQuery("select a from Award a where a.person in :records order by a.metAt", Award.class)
                .setParameter("records", Records.of(entities, person))
                .getResultList();
    }
}
