package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

/** Where signatories are named and slots are filled, one act at a time: two must not both find a place free. */
@ApplicationScoped
public class SigningDesk {
    private final EntityManager entities;

    @Inject
    public SigningDesk(EntityManager entities) {
        this.entities = entities;
    }

    /** Others wait until this transaction ends. */
    void occupy() {
        int rows = entities.createNativeQuery("update signing_desk set changes = changes + 1")
                .executeUpdate();
        if (rows != 1) {
            throw new IllegalStateException("the signing desk has " + rows + " rows");
        }
    }
}
