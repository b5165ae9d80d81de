package org.sopan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.sopan.shared.DomainException;
import org.sopan.shared.PersonId;

/** Sees to it that someone who administers can always sign in. */
@ApplicationScoped
public class LastAdministrator {
    private final EntityManager entities;

    @Inject
    public LastAdministrator(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Refuses when nobody but this person administers. The roles stay locked until the transaction ends, so that two
     * administrators cannot put each other out.
     */
    void mustNotBe(PersonId person) {
        boolean administers = entities.createNativeQuery(
                        "select cast(person as varchar) from role_held where role = 'ADMINISTRATOR'"
                                + " order by id for update")
                .getResultList()
                .contains(person.toString());
        Object others = entities.createNativeQuery("select count(*) from person p join role_held r on r.person = p.id"
                        + " where r.role = 'ADMINISTRATOR' and p.active and p.password_hash is not null"
                        + " and p.id <> cast(?1 as uuid)")
                .setParameter(1, person.toString())
                .getSingleResult();
        if (administers && ((Number) others).intValue() == 0) {
            throw new DomainException.Conflict("last-administrator");
        }
    }
}
