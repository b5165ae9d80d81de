package org.sopan.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.sopan.shared.PersonId;

/** Who wishes to be reminded: everybody, until they say otherwise. */
@ApplicationScoped
public class NoticeChoices {
    private final EntityManager entities;
    private final Clock clock;

    @Inject
    public NoticeChoices(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    boolean of(PersonId person) {
        List<?> chosen = entities.createNativeQuery(
                        "select reminders from notice_choice where person = cast(?1 as uuid)")
                .setParameter(1, person.toString())
                .getResultList();
        return chosen.stream().allMatch(Boolean.TRUE::equals);
    }

    /** True when this call changed it. */
    boolean choose(PersonId person, boolean reminders) {
        entities.createNativeQuery("insert into notice_choice (person, reminders, chosen_at)"
                        + " values (cast(?1 as uuid), true, ?2) on conflict do nothing")
                .setParameter(1, person.toString())
                .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
        return entities.createNativeQuery("update notice_choice set reminders = ?2, chosen_at = ?3"
                                + " where person = cast(?1 as uuid) and reminders <> ?2")
                        .setParameter(1, person.toString())
                        .setParameter(2, reminders)
                        .setParameter(3, clock.instant().atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }
}
