package org.sopan.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import org.sopan.shared.EnrolmentId;

/** How long each lesson was read, and when it was finished: one row per enrolment and lesson. */
@ApplicationScoped
public class Readings {
    private final EntityManager entities;

    @Inject
    public Readings(EntityManager entities) {
        this.entities = entities;
    }

    /** Keeps the larger total of seconds, whatever arrives first. */
    void read(EnrolmentId enrolment, String lesson, int seconds) {
        entities.createNativeQuery("insert into lesson_reading (enrolment, lesson, seconds)"
                        + " values (cast(?1 as uuid), ?2, ?3) on conflict do nothing")
                .setParameter(1, enrolment.toString())
                .setParameter(2, lesson)
                .setParameter(3, seconds)
                .executeUpdate();
        entities.createNativeQuery("update lesson_reading set seconds = ?3"
                        + " where enrolment = cast(?1 as uuid) and lesson = ?2 and seconds < ?3")
                .setParameter(1, enrolment.toString())
                .setParameter(2, lesson)
                .setParameter(3, seconds)
                .executeUpdate();
    }

    /** True when this call finished the lesson; it is finished once. */
    boolean finish(EnrolmentId enrolment, String lesson, Instant now) {
        return entities.createNativeQuery("update lesson_reading set finished_at = ?3"
                                + " where enrolment = cast(?1 as uuid) and lesson = ?2 and finished_at is null")
                        .setParameter(1, enrolment.toString())
                        .setParameter(2, lesson)
                        .setParameter(3, now.atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }
}
