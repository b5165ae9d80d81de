package org.sopan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sopan.identity.MergePart.Look;
import org.sopan.mail.Letter;
import org.sopan.mail.Outbox;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.platform.Randomness;
import org.sopan.shared.DomainException;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.Page;
import org.sopan.shared.PersonId;

/**
 * Makes one record of two that are the same person's. The dropped one stays as an alias that nobody signs in with; what
 * it holds is listed with the kept one's. For thirty days both can be had back as they were.
 */
@ApplicationScoped
public class MergePeople {
    private final Merges merges;
    private final People people;
    private final List<MergePart> parts;
    private final DeactivatePerson deactivatePerson;
    private final EmailChanges changes;
    private final Sessions sessions;
    private final Outbox outbox;
    private final Caller caller;
    private final AuditTrail audit;
    private final Randomness randomness;
    private final Clock clock;

    @Inject
    public MergePeople(
            Merges merges,
            People people,
            @Any Instance<MergePart> parts,
            DeactivatePerson deactivatePerson,
            EmailChanges changes,
            Sessions sessions,
            Outbox outbox,
            Caller caller,
            AuditTrail audit,
            Randomness randomness,
            Clock clock) {
        this(
                merges,
                people,
                parts.stream(),
                deactivatePerson,
                changes,
                sessions,
                outbox,
                caller,
                audit,
                randomness,
                clock);
    }

    public MergePeople(
            Merges merges,
            People people,
            Stream<? extends MergePart> parts,
            DeactivatePerson deactivatePerson,
            EmailChanges changes,
            Sessions sessions,
            Outbox outbox,
            Caller caller,
            AuditTrail audit,
            Randomness randomness,
            Clock clock) {
        this.merges = merges;
        this.people = people;
        this.parts = parts.<MergePart>map(part -> part).toList();
        this.deactivatePerson = deactivatePerson;
        this.changes = changes;
        this.sessions = sessions;
        this.outbox = outbox;
        this.caller = caller;
        this.audit = audit;
        this.randomness = randomness;
        this.clock = clock;
    }

    /** What would happen; and why it cannot, in a problem's code, if it cannot. */
    public record Preview(Person kept, Person dropped, @Nullable String problem, Look look) {}

    @Transactional(Transactional.TxType.SUPPORTS)
    public Preview preview(PersonId keep, PersonId drop) {
        mustBeTwo(keep, drop);
        Person kept = people.find(keep).orElseThrow(MergePeople::unknownPerson);
        Person dropped = people.find(drop).orElseThrow(MergePeople::unknownPerson);
        Look look = look(keep, drop);
        return new Preview(kept, dropped, problem(kept, dropped, look), look);
    }

    /** Merges; again it gives the same answer. */
    @Transactional
    public PersonMerge merge(PersonId keep, PersonId drop, String reason) {
        mustBeTwo(keep, drop);
        lockBoth(keep, drop);
        Person kept = people.find(keep).orElseThrow(MergePeople::unknownPerson);
        Person dropped = people.find(drop).orElseThrow(MergePeople::unknownPerson);
        Optional<PersonMerge> standing =
                merges.standingOf(drop).filter(before -> before.kept().equals(keep));
        return standing.orElseGet(() -> join(kept, dropped, reason));
    }

    /** Parts them again; a second time it changes nothing. */
    @Transactional
    public void undo(UUID id) {
        mustBeAdministrator();
        PersonMerge found = merges.find(id).orElseThrow(() -> new DomainException.NotFound("unknown-merge"));
        lockBoth(found.kept(), found.dropped());
        PersonMerge merge = merges.locked(id);
        if (merge.isUndone()) {
            return;
        }
        Person dropped = people.find(merge.dropped()).orElseThrow();
        if (merge.isFinal(clock.instant()) || dropped.erasedAt() != null) {
            throw new DomainException.Conflict("merge-final");
        }
        PersonMerge.Before before = merge.before();
        parts.forEach(
                part -> part.part(merge.kept(), merge.dropped(), before.rooms().getOrDefault(part.room(), "")));
        dropped.mergeInto(null);
        dropped.activate(before.active());
        merge.undo(clock.instant());
        sessions.endAll(merge.kept());
        audit.record(
                caller.person(),
                "merge-undone",
                merge.kept().toString(),
                ChangeProfile.details(dropped, "dropped", merge.dropped().toString()));
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<PersonMerge> list(int page, int size) {
        mustBeAdministrator();
        return merges.list(page, size);
    }

    private PersonMerge join(Person kept, Person dropped, String reason) {
        Look look = look(kept.id(), dropped.id());
        String problem = problem(kept, dropped, look);
        if (problem != null) {
            throw new DomainException.Conflict(
                    problem,
                    look.twoCertificates().isEmpty()
                            ? Map.of()
                            : Map.of(
                                    "serials",
                                    Json.createArrayBuilder(look.twoCertificates())
                                            .build()));
        }
        Map<String, String> rooms = new TreeMap<>();
        parts.forEach(part -> rooms.put(part.room(), part.join(kept.id(), dropped.id(), clock.instant())));
        PersonMerge merge = new PersonMerge(
                randomness.id(),
                kept.id(),
                dropped.id(),
                reason,
                caller.person(),
                new PersonMerge.Before(dropped.isActive(), rooms),
                clock.instant());
        merges.add(merge);
        dropped.mergeInto(kept.id());
        dropped.activate(false);
        deactivatePerson.shutOut(dropped);
        changes.dropPending(dropped.id());
        tell(merge, dropped);
        Map<String, String> details = new TreeMap<>(ChangeProfile.details(kept, "reason", reason));
        details.put("dropped", dropped.id().toString());
        audit.record(caller.person(), "people-merged", kept.id().toString(), details);
        return merge;
    }

    private @Nullable String problem(Person kept, Person dropped, Look look) {
        if (kept.isClosed() || dropped.isClosed()) {
            return "record-closed";
        }
        if (!people.aliasesOf(dropped.id()).isEmpty()) {
            return "has-joined-records";
        }
        if (!people.staffAmong(List.of(dropped.id())).isEmpty()) {
            return "dropped-holds-role";
        }
        return look.twoCertificates().isEmpty() ? null : "two-certificates";
    }

    private Look look(PersonId keep, PersonId drop) {
        List<Look> looks = parts.stream().map(part -> part.look(keep, drop)).toList();
        return new Look(
                looks.stream().flatMap(look -> look.enrolments().stream()).toList(),
                looks.stream().flatMap(look -> look.twoCertificates().stream()).toList());
    }

    /** In one order, whoever merges what into what at the same moment. */
    private void lockBoth(PersonId one, PersonId other) {
        List<PersonId> ordered = Stream.of(one, other)
                .sorted((a, b) -> a.value().compareTo(b.value()))
                .toList();
        for (PersonId id : ordered) {
            if (people.locked(id).isEmpty()) {
                throw unknownPerson();
            }
        }
    }

    private void mustBeTwo(PersonId keep, PersonId drop) {
        mustBeAdministrator();
        if (keep.equals(drop)) {
            throw DomainException.Invalid.refused("invalid-input", new FieldError("drop", "same-record"));
        }
    }

    private void mustBeAdministrator() {
        if (!caller.isAdministrator()) {
            throw unknownPerson();
        }
    }

    private static DomainException unknownPerson() {
        return new DomainException.NotFound("unknown-person");
    }

    private void tell(PersonMerge merge, Person dropped) {
        outbox.queue(new Letter(
                        "merged/" + merge.id(),
                        "record-merged",
                        dropped.email(),
                        dropped.language(),
                        Map.of("name", dropped.nameIn(dropped.language()), "address", dropped.email()),
                        null)
                .to(dropped.id()));
    }
}
