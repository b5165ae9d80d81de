package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import org.sopan.platform.Batches;
import org.sopan.shared.PersonId;

/** Who among many people has to do with enrolments and cohorts. */
@ApplicationScoped
public class Engaged {
    private final EntityManager entities;

    @Inject
    public Engaged(EntityManager entities) {
        this.entities = entities;
    }

    /** Those of these people who have any enrolment. */
    List<PersonId> enrolledAmong(Collection<PersonId> people) {
        return Batches.listed(people, chunk -> entities.createQuery(
                        "select distinct e.person from Enrolment e where e.person in :people", PersonId.class)
                .setParameter("people", chunk)
                .getResultList());
    }

    /** Those of these people who have an open enrolment. */
    List<PersonId> holdersOfOpen(Collection<PersonId> people) {
        return Batches.listed(people, chunk -> entities.createQuery(
                        "select distinct e.person from Enrolment e where e.person in :people"
                                + " and e.openKey is not null",
                        PersonId.class)
                .setParameter("people", chunk)
                .getResultList());
    }

    /** Those of these people who are named as whom to write to about a cohort. */
    List<PersonId> contactsAmong(Collection<PersonId> people) {
        return Batches.listed(people, chunk -> entities.createQuery(
                        "select distinct c.contact from Cohort c where c.contact in :people", PersonId.class)
                .setParameter("people", chunk)
                .getResultList());
    }
}
