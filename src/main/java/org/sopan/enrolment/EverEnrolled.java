package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Set;
import org.sopan.shared.PersonId;

/** The courses people are or were enrolled in, however that ended. */
@ApplicationScoped
public class EverEnrolled {
    private final EntityManager entities;

    @Inject
    public EverEnrolled(EntityManager entities) {
        this.entities = entities;
    }

    public Set<String> courses(Collection<PersonId> records) {
        return Set.copyOf(entities.createQuery(
                        "select distinct e.course from Enrolment e where e.person in :records", String.class)
                .setParameter("records", records)
                .getResultList());
    }
}
