package org.sopan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.identity.CorrectionRequest.State;
import org.sopan.identity.PrintedNames.Printed;
import org.sopan.mail.Letter;
import org.sopan.mail.Outbox;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.platform.Identified;
import org.sopan.shared.CleanText;
import org.sopan.shared.DomainException;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.Page;
import org.sopan.shared.PersonId;

/**
 * Decides a correction request: a coordinator those of her own people, an administrator any, and alone those of people
 * whose name stands on a certificate. The person is told; a certificate with the old name is replaced afterwards.
 */
@ApplicationScoped
public class DecideCorrection {
    private static final String UNKNOWN = "unknown-correction";
    private final Corrections corrections;
    private final People people;
    private final PeopleInCare inCare;
    private final PrintedNames printed;
    private final Outbox outbox;
    private final Caller caller;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    public DecideCorrection(
            Corrections corrections,
            People people,
            PeopleInCare inCare,
            PrintedNames printed,
            Outbox outbox,
            Caller caller,
            AuditTrail audit,
            Clock clock) {
        this.corrections = corrections;
        this.people = people;
        this.inCare = inCare;
        this.printed = printed;
        this.outbox = outbox;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A request with the person it is of.
     *
     * @param onlyAdministrators whether the name stands on a certificate
     * @param outdated serials of the valid certificates that say something else than the record does now
     */
    public record Seen(CorrectionRequest request, Person person, boolean onlyAdministrators, List<String> outdated) {}

    @Transactional
    public Seen decide(UUID id, boolean accept, @Nullable String note) {
        CorrectionRequest request = corrections.locked(id).orElseThrow(() -> new DomainException.NotFound(UNKNOWN));
        Person person = decidable(request.person());
        String why = note == null ? "" : CleanText.line(note);
        if (!accept && why.isEmpty()) {
            throw DomainException.Invalid.refused("invalid-input", new FieldError("note", "missing"));
        }
        State decision = accept ? State.ACCEPTED : State.DECLINED;
        String action = accept ? "correction-accepted" : "correction-declined";
        if (request.decide(decision, why.isEmpty() ? null : why, caller.person(), clock.instant())) {
            if (accept) {
                person.revise(new Person.Profile(request.name(), request.designation(), null, null, null, null));
            }
            tell(person, request, action, why);
            audit.record(
                    caller.person(),
                    accept ? "correction-accepted" : "correction-declined",
                    person.id().toString(),
                    ChangeProfile.details(person, "request", id.toString()));
        }
        return seen(request, person, printed.of(person.id()));
    }

    /** Those the caller may decide or could, were it not for a certificate; the oldest first. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<Seen> list(@Nullable String state, @Nullable String institute, int page, int size) {
        Page<CorrectionRequest> found = corrections.list(
                state == null || state.isBlank() ? null : state(state), institutes(institute), page, size);
        List<PersonId> ids =
                found.items().stream().map(CorrectionRequest::person).distinct().toList();
        Map<PersonId, Person> known = new HashMap<>();
        people.all(ids).forEach(person -> known.put(person.id(), person));
        Map<PersonId, List<Printed>> certificates = printed.among(ids);
        return new Page<>(
                found.items().stream()
                        .map(request -> seen(
                                request,
                                Objects.requireNonNull(known.get(request.person())),
                                certificates.getOrDefault(request.person(), List.of())))
                        .toList(),
                found.total());
    }

    private Person decidable(PersonId id) {
        Person person;
        try {
            person = inCare.change(id);
        } catch (DomainException.NotFound unknown) {
            throw new DomainException.NotFound(UNKNOWN);
        }
        if (!caller.isAdministrator() && (caller.is(id) || !printed.of(id).isEmpty())) {
            throw new DomainException.Forbidden("needs-administrator");
        }
        return person;
    }

    private @Nullable Collection<String> institutes(@Nullable String institute) {
        if (institute != null && !institute.isBlank()) {
            if (!caller.looksAfter(institute)) {
                throw new DomainException.NotFound("unknown-organization");
            }
            return Set.of(institute);
        }
        return caller.isAdministrator()
                ? null
                : caller.identified().map(Identified::coordinated).orElse(Set.of());
    }

    private static State state(String word) {
        return Arrays.stream(State.values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElseThrow(() -> DomainException.Invalid.malformed("no-such-state"));
    }

    private static Seen seen(CorrectionRequest request, Person person, List<Printed> certificates) {
        List<String> outdated = certificates.stream()
                .filter(Printed::valid)
                .filter(each -> differ(each.name(), person.name())
                        || (request.designation() != null && differ(each.designation(), person.designation())))
                .map(Printed::serial)
                .toList();
        return new Seen(request, person, !certificates.isEmpty(), outdated);
    }

    /** Whether a language that both have reads differently. */
    private static boolean differ(@Nullable LocalizedText printed, @Nullable LocalizedText now) {
        return printed != null && now != null && (differ(printed.en(), now.en()) || differ(printed.bn(), now.bn()));
    }

    private static boolean differ(@Nullable String printed, @Nullable String now) {
        return printed != null && now != null && !printed.equals(now);
    }

    private void tell(Person person, CorrectionRequest request, String template, String note) {
        if (person.isActive()) {
            outbox.queue(new Letter(
                            "correction/" + request.id(),
                            template,
                            person.email(),
                            person.language(),
                            Map.of("name", person.nameIn(person.language()), "note", note),
                            null)
                    .to(person.id()));
        }
    }
}
