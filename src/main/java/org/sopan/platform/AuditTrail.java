package org.sopan.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.PersonId;

/** Who did what to whom. Written in the transaction of the act, never changed. */
@ApplicationScoped
public class AuditTrail {
    private final EntityManager entities;
    private final Clock clock;

    @Inject
    public AuditTrail(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * Records an act; no actor means the system itself. The details name the institute, where there is one, whose
     * coordinators may read of it.
     */
    public void record(@Nullable PersonId actor, String action, String subject, Map<String, String> details) {
        jakarta.json.JsonObjectBuilder json = jakarta.json.Json.createObjectBuilder();
        details.forEach(json::add);
        entities.createNativeQuery("insert into audit_entry (happened_at, actor, action, subject, details, institute)"
                        + " values (?1, cast(?2 as uuid), ?3, ?4, ?5, ?6)")
                .setParameter(1, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(2, actor == null ? null : actor.toString())
                .setParameter(3, action)
                .setParameter(4, subject)
                .setParameter(5, json.build().toString())
                .setParameter(6, details.get("institute"))
                .executeUpdate();
    }
}
