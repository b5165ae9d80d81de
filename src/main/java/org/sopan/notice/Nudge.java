package org.sopan.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.Enrolments;
import org.sopan.identity.People;
import org.sopan.identity.Person;
import org.sopan.organization.Organizations;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.platform.Settings;
import org.sopan.shared.CleanText;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.PersonId;

/**
 * A coordinator writes to her own people in her own words. Nobody is nudged twice on one day, whoever does it; the
 * reminders that follow by themselves keep their distance from it.
 */
@ApplicationScoped
public class Nudge {
    private final Addressees addressees;
    private final Notices notices;
    private final People people;
    private final Organizations organizations;
    private final Enrolments enrolments;
    private final Caller caller;
    private final AuditTrail audit;
    private final Clock clock;
    private final String url;

    @Inject
    public Nudge(
            Addressees addressees,
            Notices notices,
            People people,
            Organizations organizations,
            Enrolments enrolments,
            Caller caller,
            AuditTrail audit,
            Clock clock,
            Settings settings) {
        this.addressees = addressees;
        this.notices = notices;
        this.people = people;
        this.organizations = organizations;
        this.enrolments = enrolments;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
        this.url = settings.url().toString();
    }

    /**
     * What to say, and to whom: these people, or those who have something open in the cohort.
     *
     * @param language of the frame around the words; null is each reader's own
     */
    public record Message(
            List<PersonId> people,
            @Nullable CohortId cohort,
            String subject,
            String body,
            @Nullable Language language) {}

    /** To how many it goes, and to whom not and why. */
    public record Outcome(int queued, List<Left> left) {}

    /** One who is left out. */
    public record Left(PersonId person, String why) {}

    @Transactional
    public Outcome nudge(String institute, Message message) {
        if (!caller.looksAfter(institute)) {
            throw new DomainException.NotFound("unknown-organization");
        }
        LocalDate today = Notices.day(clock.instant());
        LocalizedText house = organizations.institute(institute).nameOn(today);
        String subject = required(CleanText.line(message.subject()), "subject");
        String body = required(PlainText.of(message.body()), "body");
        Person author = people.find(caller.person()).orElseThrow();
        List<Addressees.Candidate> found = candidates(institute, message);
        List<Draft> drafts = found.stream()
                .filter(candidate -> candidate.why() == null)
                .map(candidate -> {
                    Language language = languageOf(message, candidate.to());
                    return new Draft(
                            "nudge/" + candidate.to().person() + "/" + today,
                            Draft.Kind.NUDGE,
                            candidate.to(),
                            language,
                            Map.of(
                                    "subject",
                                    subject,
                                    "body",
                                    body,
                                    "author",
                                    author.nameIn(language),
                                    "institute",
                                    house.in(language),
                                    "link",
                                    url + "/#/"),
                            institute,
                            author.id(),
                            null,
                            subject,
                            List.of());
                })
                .toList();
        Set<PersonId> queued =
                notices.post(drafts).stream().map(draft -> draft.to().person()).collect(Collectors.toSet());
        if (!queued.isEmpty()) {
            audit.record(
                    author.id(),
                    "nudged",
                    institute,
                    Map.of("institute", institute, "people", Integer.toString(queued.size()), "subject", subject));
        }
        return new Outcome(queued.size(), left(message, found, queued));
    }

    private List<Addressees.Candidate> candidates(String institute, Message message) {
        CohortId cohort = message.cohort();
        if (cohort == null) {
            if (message.people().isEmpty()) {
                throw DomainException.Invalid.malformed("invalid-input", new FieldError("people", "missing"));
            }
            return addressees.among(message.people(), institute);
        }
        boolean concerned = enrolments
                .cohort(cohort)
                .filter(each -> each.concerns(institute))
                .isPresent();
        if (!concerned) {
            throw new DomainException.NotFound("unknown-cohort");
        }
        return addressees.learningIn(cohort, institute);
    }

    /** Another institute's people and nobody at all are the same here: not known. */
    private static List<Left> left(Message message, List<Addressees.Candidate> found, Set<PersonId> queued) {
        List<Left> left = new ArrayList<>();
        Set<PersonId> known = new HashSet<>();
        for (Addressees.Candidate candidate : found) {
            known.add(candidate.record());
            if (!queued.contains(candidate.to().person())) {
                String why = candidate.why();
                left.add(new Left(candidate.record(), why == null ? "nudged-today" : why));
            }
        }
        if (message.cohort() == null) {
            message.people().stream()
                    .distinct()
                    .filter(person -> !known.contains(person))
                    .forEach(person -> left.add(new Left(person, "unknown-person")));
        }
        return left;
    }

    private static Language languageOf(Message message, Addressee to) {
        Language wished = message.language();
        return wished == null ? to.language() : wished;
    }

    private static String required(String text, String field) {
        if (text.isEmpty()) {
            throw DomainException.Invalid.refused("invalid-input", new FieldError(field, "missing"));
        }
        return text;
    }
}
