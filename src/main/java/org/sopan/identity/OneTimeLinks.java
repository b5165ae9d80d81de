package org.sopan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.Batches;
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
    private final Batches batches;
    private final Clock clock;
    private final Randomness randomness;
    private final Settings settings;

    @Inject
    public OneTimeLinks(
            EntityManager entities, Batches batches, Clock clock, Randomness randomness, Settings settings) {
        this.entities = entities;
        this.batches = batches;
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

    /** A link for a mail, its last moment, and the hash it is known by here. */
    record Link(String address, Instant expiresAt, String hash) {}

    Link make(Purpose purpose, PersonId person) {
        return make(purpose, List.of(person), false).get(0);
    }

    /** An invitation for someone to hand over, in place of all that were made before. */
    Link makeByHand(PersonId person) {
        end(Purpose.INVITATION, person);
        return make(Purpose.INVITATION, List.of(person), true).get(0);
    }

    /** One for each, in the same order. */
    List<Link> make(Purpose purpose, Collection<PersonId> people) {
        return make(purpose, people, false);
    }

    private List<Link> make(Purpose purpose, Collection<PersonId> people, boolean byHand) {
        Duration length = purpose == Purpose.INVITATION ? settings.invitationLength() : settings.resetLength();
        Instant now = clock.instant();
        Instant expiresAt = now.plus(length);
        List<Link> links = new ArrayList<>();
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (PersonId person : people) {
            String token = randomness.token();
            String hash = Hashes.sha256(token);
            links.add(new Link(settings.url() + "/#/" + purpose.page() + "/" + token, expiresAt, hash));
            rows.add(new @Nullable Object[] {hash, purpose.name(), person.value(), expiresAt, now, byHand});
        }
        batches.execute(
                "insert into one_time_link (token_hash, purpose, person, expires_at, made_at, by_hand)"
                        + " values (?, ?, ?, ?, ?, ?)",
                rows);
        return links;
    }

    /** Locks all links of these people, as using one does before it touches the person. */
    void hold(Collection<PersonId> people) {
        batches.read(
                people.stream().map(PersonId::toString).sorted().toList(),
                "select token_hash from one_time_link where person in (uuid ?) order by person, token_hash for update");
    }

    /** Ends links that were not used, by the hash they are known by. */
    void end(Collection<String> hashes) {
        Instant now = clock.instant();
        batches.execute(
                "update one_time_link set used_at = ? where token_hash = ? and used_at is null",
                hashes.stream().map(hash -> new @Nullable Object[] {now, hash}).toList());
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
