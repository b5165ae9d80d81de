package org.sopan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sopan.organization.Organizations;
import org.sopan.platform.Hashes;
import org.sopan.platform.Identified;
import org.sopan.platform.Randomness;
import org.sopan.platform.Role;
import org.sopan.platform.Settings;
import org.sopan.platform.Tokens;
import org.sopan.platform.WhenCommitted;
import org.sopan.shared.PersonId;

/**
 * Opaque tokens, stored hashed. What a token stands for is remembered for half a minute, so that an ended session, a
 * removed role or a deactivated person is known on every node within a minute, and here at once.
 */
@ApplicationScoped
public class Sessions implements Tokens {
    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final int MOST_REMEMBERED = 20_000;
    private final EntityManager entities;
    private final People people;
    private final Organizations organizations;
    private final Clock clock;
    private final Randomness randomness;
    private final WhenCommitted committed;
    private final Duration length;
    private final Map<String, Remembered> remembered = new ConcurrentHashMap<>();
    private final AtomicLong forgotten = new AtomicLong();

    @Inject
    public Sessions(
            EntityManager entities,
            People people,
            Organizations organizations,
            Clock clock,
            Randomness randomness,
            WhenCommitted committed,
            Settings settings) {
        this.entities = entities;
        this.people = people;
        this.organizations = organizations;
        this.clock = clock;
        this.randomness = randomness;
        this.committed = committed;
        this.length = settings.sessionLength();
    }

    private record Remembered(Identified who, Instant until) {}

    /** A new token and when it ends. */
    public record Opened(String token, Instant expiresAt) {}

    Opened open(PersonId person) {
        String token = randomness.token();
        Instant expiresAt = clock.instant().plus(length);
        entities.createNativeQuery("delete from session_token where person = cast(?1 as uuid) and expires_at < ?2")
                .setParameter(1, person.toString())
                .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
        entities.createNativeQuery(
                        "insert into session_token (token_hash, person, expires_at) values (?1, cast(?2 as uuid), ?3)")
                .setParameter(1, Hashes.sha256(token))
                .setParameter(2, person.toString())
                .setParameter(3, expiresAt.atOffset(ZoneOffset.UTC))
                .executeUpdate();
        return new Opened(token, expiresAt);
    }

    void end(String token) {
        String hash = Hashes.sha256(token);
        entities.createNativeQuery("delete from session_token where token_hash = ?1")
                .setParameter(1, hash)
                .executeUpdate();
        committed.then(() -> {
            forgotten.incrementAndGet();
            remembered.remove(hash);
        });
    }

    void endAll(PersonId person) {
        entities.createNativeQuery("delete from session_token where person = cast(?1 as uuid)")
                .setParameter(1, person.toString())
                .executeUpdate();
        forget(person);
    }

    /**
     * Looks this person up anew with the next call here, once the transaction has committed: before that, another call
     * would only remember again what still holds.
     */
    void forget(PersonId person) {
        committed.then(() -> {
            forgotten.incrementAndGet();
            remembered.values().removeIf(entry -> entry.who().person().equals(person));
        });
    }

    @Override
    public Optional<Identified> identify(String token) {
        if (token.isEmpty() || token.length() > 200) {
            return Optional.empty();
        }
        String hash = Hashes.sha256(token);
        Instant now = clock.instant();
        Remembered entry = remembered.get(hash);
        if (entry != null && now.isBefore(entry.until())) {
            return Optional.of(entry.who());
        }
        return lookUp(hash, now);
    }

    @SuppressWarnings("unchecked")
    private Optional<Identified> lookUp(String hash, Instant now) {
        remembered.remove(hash);
        long before = forgotten.get();
        List<Object[]> rows = entities.createNativeQuery("select cast(p.id as varchar), p.language, s.expires_at,"
                        + " (select count(*) from person a where a.merged_into = p.id)"
                        + " from session_token s join person p on p.id = s.person"
                        + " where s.token_hash = ?1 and s.expires_at > ?2 and p.active")
                .setParameter(1, hash)
                .setParameter(2, now.atOffset(ZoneOffset.UTC))
                .getResultList();
        return rows.stream().findFirst().map(row -> {
            PersonId person = new PersonId(java.util.UUID.fromString((String) row[0]));
            Identified known = identified(person, org.sopan.shared.Language.valueOf((String) row[1]));
            Identified who = ((Number) row[3]).intValue() == 0
                    ? known
                    : known.with(
                            people.aliasesOf(person).stream().map(Person::id).collect(Collectors.toSet()));
            Instant expires = new org.sopan.platform.InstantColumn().convertToEntityAttribute(row[2]);
            if (forgotten.get() == before) {
                remember(hash, who, now.plus(REMEMBERED), expires == null ? now : expires);
            }
            return who;
        });
    }

    private void remember(String hash, Identified who, Instant until, Instant expires) {
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        remembered.put(hash, new Remembered(who, until.isBefore(expires) ? until : expires));
    }

    private Identified identified(PersonId person, org.sopan.shared.Language language) {
        List<RoleHeld> roles = people.rolesOf(person);
        return new Identified(
                person,
                language,
                roles.stream().map(RoleHeld::role).collect(Collectors.toSet()),
                organizations(roles, Role.COORDINATOR).collect(Collectors.toSet()),
                organizations(roles, Role.VIEWER)
                        .flatMap(organization -> organizations.within(organization).stream())
                        .collect(Collectors.toSet()),
                roles.stream()
                        .filter(held -> held.role() == Role.FACILITATOR)
                        .map(RoleHeld::cohort)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
    }

    private static Stream<String> organizations(List<RoleHeld> roles, Role role) {
        return roles.stream()
                .filter(held -> held.role() == role)
                .map(RoleHeld::organization)
                .filter(Objects::nonNull);
    }
}
