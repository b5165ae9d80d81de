package org.sopan.completion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sopan.course.AwardRule;
import org.sopan.course.Catalogue;
import org.sopan.identity.People;
import org.sopan.identity.Person;
import org.sopan.platform.Caller;
import org.sopan.platform.Words;
import org.sopan.shared.DomainException;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.PersonId;

/** What a person can earn in each course, met or not, with the conditions and what became of the certificate. */
@ApplicationScoped
public class MyAwards {
    private final Standings standings;
    private final Catalogue catalogue;
    private final Awards awards;
    private final People people;
    private final Caller caller;
    private final Instance<AwardSerials> serials;

    @Inject
    public MyAwards(
            Standings standings,
            Catalogue catalogue,
            Awards awards,
            People people,
            Caller caller,
            @Any Instance<AwardSerials> serials) {
        this.standings = standings;
        this.catalogue = catalogue;
        this.awards = awards;
        this.people = people;
        this.caller = caller;
        this.serials = serials;
    }

    /** Knows the certificates of awards; {@code credential} supplies it. */
    public interface AwardSerials {
        /** The valid ones. */
        Map<UUID, String> of(PersonId person);

        /** What became of the paper of each award that was met, and why it has not come. */
        Map<UUID, Paper> papersOf(PersonId person, Language reader);
    }

    /**
     * Where the paper of an award stands.
     *
     * @param state {@code none held rendering stored revoked superseded}
     * @param reason a code, where it has not come or counts no longer
     * @param message the same in the reader's words
     * @param mail the message that brings it, once there is one
     */
    public record Paper(String state, @Nullable String reason, @Nullable String message, @Nullable PaperMail mail) {
        /** The same without what the mail server said. */
        Paper withoutError() {
            return mail == null
                    ? this
                    : new Paper(state, reason, message, new PaperMail(mail.state(), mail.at(), null));
        }
    }

    /** A mail's state in the outbox, when it went or was queued, and why it did not go. */
    public record PaperMail(String state, Instant at, @Nullable String error) {}

    /** An award as its earner sees it. */
    public record AwardState(
            String kind,
            LocalizedText title,
            @Nullable String course,
            boolean met,
            List<Standing.ConditionState> conditions,
            @Nullable String serial,
            Paper paper) {}

    /** One's own. */
    public List<AwardState> of(PersonId person, Language reader) {
        return states(person, standings.ofPerson(person), reader).stream()
                .map(state -> new AwardState(
                        state.kind(),
                        state.title(),
                        state.course(),
                        state.met(),
                        state.conditions(),
                        state.serial(),
                        state.paper().withoutError()))
                .toList();
    }

    /** Those of the enrolments that the caller looks after; not found where there can be none. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<AwardState> lookedAfter(PersonId person, Language reader) {
        boolean own = people.find(person)
                .map(Person::organization)
                .filter(caller::looksAfter)
                .isPresent();
        List<Standing> all = standings.ofPerson(person).stream()
                .filter(standing -> caller.looksAfter(standing.enrolment().institute()))
                .toList();
        if (all.isEmpty() && !own) {
            throw new DomainException.NotFound("unknown-person");
        }
        return states(person, all, reader);
    }

    private List<AwardState> states(PersonId person, List<Standing> all, Language reader) {
        Map<String, Award> met = awards.of(person).stream()
                .collect(Collectors.toMap(
                        award -> award.kind() + "/" + award.enrolment(), award -> award, (first, second) -> first));
        Map<UUID, String> certificates = serials.get().of(person);
        Map<UUID, Paper> papers = serials.get().papersOf(person, reader);
        List<AwardState> states = new ArrayList<>();
        for (Standing standing : all) {
            for (AwardRule rule : catalogue.awards(standing.course().id())) {
                Award award = met.get(rule.kind() + "/" + standing.enrolment().id());
                states.add(new AwardState(
                        rule.kind(),
                        rule.title(),
                        standing.course().id(),
                        award != null,
                        rule.asCourse() ? standing.conditions() : standing.conditions(rule.conditions()),
                        award == null ? null : certificates.get(award.id()),
                        paper(award, rule, papers, reader)));
            }
        }
        return states;
    }

    private static Paper paper(@Nullable Award award, AwardRule rule, Map<UUID, Paper> papers, Language reader) {
        Paper paper = award == null ? null : papers.get(award.id());
        if (paper != null) {
            return paper;
        }
        String reason = award == null
                ? "conditions-open"
                : rule.issue() == AwardRule.Issue.AUTOMATIC ? "not-issued" : "approval-open";
        return new Paper("none", reason, Words.of(reader, "paper." + reason, "paper.not-issued"), null);
    }
}
