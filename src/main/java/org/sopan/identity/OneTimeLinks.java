package org.sopan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.sopan.platform.Hashes;
import org.sopan.platform.InstantColumn;
import org.sopan.platform.Randomness;
import org.sopan.platform.Settings;
import org.sopan.shared.DomainException;
import org.sopan.shared.PersonId;

/**
 * Links that let a person in once, until they expire. The token stands in the fragment of the address, which no server
 * or scanner is sent; only its hash is stored.
 */
@ApplicationScoped
public class OneTimeLinks {
    private final EntityManager entities;
    private final Clock clock;
    private final Randomness randomness;
    private final Settings settings;

    @Inject
    public OneTimeLinks(EntityManager entities, Clock clock, Randomness randomness, Settings settings) {
        this.entities = entities;
        this.clock = clock;
        this.randomness = randomness;
        this.settings = settings;
    }

    /** What a link lets its holder do. */
    enum Purpose {
        INVITATION,
        RESET;

        String page() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A link for a mail, and its last moment. */
    record Link(String address, Instant expiresAt) {}

    Link make(Purpose purpose, PersonId person) {
        return make(purpose, person, false);
    }

    /** An invitation for someone to hand over, in place of all that were made before. */
    Link makeByHand(PersonId person) {
        end(Purpose.INVITATION, person);
        return make(Purpose.INVITATION, person, true);
    }

    private Link make(Purpose purpose, PersonId person, boolean byHand) {
        Duration length = purpose == Purpose.INVITATION ? settings.invitationLength() : settings.resetLength();
        String token = randomness.token();
        Instant expiresAt = clock.instant().plus(length);
        entities.createNativeQuery("insert into one_time_link (token_hash, purpose, person, expires_at, made_at,"
                        + " by_hand) values (?1, ?2, cast(?3 as uuid), ?4, ?5, ?6)")
                .setParameter(1, Hashes.sha256(token))
                .setParameter(2, purpose.name())
                .setParameter(3, person.toString())
                .setParameter(4, expiresAt.atOffset(ZoneOffset.UTC))
                .setParameter(5, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(6, byHand)
                .executeUpdate();
        return new Link(settings.url() + "/#/" + purpose.page() + "/" + token, expiresAt);
    }

    /** Uses a link up, and with it the others of the same kind and person; 410 when it was used or has expired. */
    PersonId use(Purpose purpose, String token) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        int used = entities.createNativeQuery("update one_time_link set used_at = ?1"
                        + " where token_hash = ?2 and purpose = ?3 and used_at is null and expires_at > ?1")
                .setParameter(1, now)
                .setParameter(2, Hashes.sha256(token))
                .setParameter(3, purpose.name())
                .executeUpdate();
        if (used != 1) {
            throw new DomainException.Gone("link-not-valid");
        }
        List<?> person = entities.createNativeQuery(
                        "select cast(person as varchar) from one_time_link where token_hash = ?1")
                .setParameter(1, Hashes.sha256(token))
                .getResultList();
        PersonId holder = new PersonId(UUID.fromString((String) person.get(0)));
        end(purpose, holder);
        return holder;
    }

    /** Ends all links of this person that were not used. */
    void endAll(PersonId person) {
        entities.createNativeQuery(
                        "update one_time_link set used_at = ?1 where person = cast(?2 as uuid) and used_at is null")
                .setParameter(1, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(2, person.toString())
                .executeUpdate();
    }

    /** From now on the person's links of this kind let nobody in. */
    void end(Purpose purpose, PersonId person) {
        entities.createNativeQuery("update one_time_link set used_at = ?1"
                        + " where person = cast(?2 as uuid) and purpose = ?3 and used_at is null")
                .setParameter(1, clock.instant().atOffset(ZoneOffset.UTC))
                .setParameter(2, person.toString())
                .setParameter(3, purpose.name())
                .executeUpdate();
    }

    /** Whether someone handed this link over, rather than a mail. */
    boolean wasByHand(String token) {
        List<?> byHand = entities.createNativeQuery("select by_hand from one_time_link where token_hash = ?1")
                .setParameter(1, Hashes.sha256(token))
                .getResultList();
        return byHand.contains(Boolean.TRUE);
    }

    /** When a mail last took an invitation to this person. */
    Optional<Instant> lastMailed(PersonId person) {
        List<?> made = entities.createNativeQuery("select made_at from one_time_link where person = cast(?1 as uuid)"
                        + " and purpose = ?2 and made_at is not null and not by_hand order by made_at desc limit 1")
                .setParameter(1, person.toString())
                .setParameter(2, Purpose.INVITATION.name())
                .getResultList();
        return made.stream().findFirst().map(new InstantColumn()::convertToEntityAttribute);
    }
}
