package org.sopan.completion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sopan.enrolment.Enrolment;
import org.sopan.identity.Records;
import org.sopan.platform.Batches;
import org.sopan.shared.EnrolmentId;
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

    /** The kinds of awards over the whole programme that these records of one person have met. */
    Set<String> metOverProgramme(Collection<PersonId> records) {
        return Set.copyOf(entities.createQuery(
                        "select distinct a.kind from Award a where a.course is null and a.person in :records",
                        String.class)
                .setParameter("records", records)
                .getResultList());
    }

    /** Of these enrolments, those that met the award of this kind. */
    Set<EnrolmentId> metBy(String kind, Collection<EnrolmentId> enrolments) {
        return Set.copyOf(Batches.listed(enrolments, chunk -> entities.createQuery(
                        "select a.enrolment from Award a where a.kind = :kind and a.enrolment in :enrolments",
                        EnrolmentId.class)
                .setParameter("kind", kind)
                .setParameter("enrolments", chunk)
                .getResultList()));
    }

    /**
     * Waits until nobody else looks at what this person has met over the programme. Two last acts in two courses hold
     * different enrolments; without a turn neither would see what the other did.
     */
    void takeTurn(PersonId owner) {
        entities.createNativeQuery(
                        "insert into programme_turn (person) values (cast(?1 as uuid)) on conflict do nothing")
                .setParameter(1, owner.toString())
                .executeUpdate();
        entities.createNativeQuery("select 1 from programme_turn where person = cast(?1 as uuid) for update")
                .setParameter(1, owner.toString())
                .getResultList();
    }

    public List<Award> all(Collection<UUID> ids) {
        return Batches.listed(
                ids, chunk -> entities.createQuery("select a from Award a where a.id in :ids", Award.class)
                        .setParameter("ids", chunk)
                        .getResultList());
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
