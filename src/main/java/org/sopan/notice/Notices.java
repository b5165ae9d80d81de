package org.sopan.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.mail.Letter;
import org.sopan.mail.Outbox;
import org.sopan.platform.Batches;
import org.sopan.platform.Clocks;
import org.sopan.platform.Hashes;
import org.sopan.platform.Randomness;
import org.sopan.platform.Settings;
import org.sopan.shared.PersonId;

/**
 * All notices that were posted. Each carries a token of its own, stored hashed, which lets whoever reads the mail be
 * spared the next ones; it does not expire and can do nothing else.
 */
@ApplicationScoped
public class Notices {
    private final EntityManager entities;
    private final Batches batches;
    private final Outbox outbox;
    private final Randomness randomness;
    private final Clock clock;
    private final String url;

    @Inject
    public Notices(
            EntityManager entities,
            Batches batches,
            Outbox outbox,
            Randomness randomness,
            Clock clock,
            Settings settings) {
        this.entities = entities;
        this.batches = batches;
        this.outbox = outbox;
        this.randomness = randomness;
        this.clock = clock;
        this.url = settings.url().toString();
    }

    private record Stamped(Draft draft, UUID id, String token, String hash) {}

    /** Queues a mail for each, in this transaction, unless one of the same {@code once} was; gives those that are new. */
    List<Draft> post(List<Draft> drafts) {
        Instant now = clock.instant();
        List<Stamped> stamped = drafts.stream().map(this::stamp).toList();
        int[] added = batches.execute(
                "insert into notice (id, once_key, kind, person, institute, author, announcement, subject, sent_on,"
                        + " made_at, token_hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                stamped.stream().map(each -> row(each, now)).toList());
        List<Stamped> ours = Arrays.stream(added).allMatch(count -> count == 1) ? stamped : oursAmong(stamped);
        addLines(ours, now);
        outbox.queue(ours.stream().map(this::letter).toList());
        return ours.stream().map(Stamped::draft).toList();
    }

    /** Whose notice carried this token. */
    Optional<PersonId> readerOf(String token) {
        List<?> found = entities.createNativeQuery("select cast(person as varchar) from notice where token_hash = ?1")
                .setParameter(1, Hashes.sha256(token))
                .getResultList();
        return found.stream().findFirst().map(id -> new PersonId(UUID.fromString((String) id)));
    }

    /** Keeps back what still waits for this person. */
    void recall(PersonId person) {
        recall("person", person.toString());
    }

    void recall(UUID announcement) {
        recall("announcement", announcement.toString());
    }

    private void recall(String column, String id) {
        List<?> onces = entities.createNativeQuery("select o.dedupe_key from notice n join outbox o on o.dedupe_key ="
                        + " n.once_key where o.state = 'queued' and n." + column + " = cast(?1 as uuid)")
                .setParameter(1, id)
                .getResultList();
        outbox.recall(onces.stream().map(String.class::cast).toList());
    }

    private Stamped stamp(Draft draft) {
        String token = randomness.token();
        return new Stamped(draft, randomness.id(), token, Hashes.sha256(token));
    }

    private static @Nullable Object[] row(Stamped stamped, Instant now) {
        Draft draft = stamped.draft();
        PersonId author = draft.author();
        return new @Nullable Object[] {
            stamped.id(),
            draft.once(),
            draft.kind().name(),
            draft.to().person().value(),
            draft.institute(),
            author == null ? null : author.value(),
            draft.announcement(),
            draft.subject(),
            day(now),
            now,
            stamped.hash()
        };
    }

    private List<Stamped> oursAmong(List<Stamped> stamped) {
        Set<Object> there = new HashSet<>(batches.read(
                stamped.stream().map(Stamped::hash).toList(), "select token_hash from notice where token_hash in (?)"));
        return stamped.stream().filter(each -> there.contains(each.hash())).toList();
    }

    private void addLines(List<Stamped> stamped, Instant now) {
        List<@Nullable Object[]> lines = new ArrayList<>();
        for (Stamped each : stamped) {
            for (Situation.Owed owed : each.draft().owed()) {
                lines.add(new @Nullable Object[] {
                    each.id(),
                    owed.situation().id().value(),
                    owed.situation().institute(),
                    owed.rule().name(),
                    owed.situation().due(),
                    owed.threshold(),
                    day(now)
                });
            }
        }
        batches.execute(
                "insert into notice_line (notice, enrolment, institute, rule, about, threshold, sent_on)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                lines);
    }

    private Letter letter(Stamped stamped) {
        Draft draft = stamped.draft();
        Map<String, String> data = new HashMap<>(draft.data());
        data.put("name", draft.to().nameIn(draft.language()));
        data.put("stop", url + "/#/reminders/" + stamped.token());
        return new Letter(
                        draft.once(),
                        draft.kind().name().toLowerCase(Locale.ROOT),
                        draft.to().email(),
                        draft.language(),
                        data,
                        null,
                        url + "/api/unsubscribe/" + stamped.token())
                .to(draft.to().person());
    }

    static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, Clocks.DHAKA);
    }
}
