package org.sopan.completion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sopan.course.AwardRule;
import org.sopan.course.Catalogue;
import org.sopan.course.Programme;
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
    private final Instance<ApprovalLines> lines;

    @Inject
    public MyAwards(
            Standings standings,
            Catalogue catalogue,
            Awards awards,
            People people,
            Caller caller,
            @Any Instance<AwardSerials> serials,
            @Any Instance<ApprovalLines> lines) {
        this.standings = standings;
        this.catalogue = catalogue;
        this.awards = awards;
        this.people = people;
        this.caller = caller;
        this.serials = serials;
        this.lines = lines;
    }

    /** The kind of the line that says where an approval stands. */
    public static final String APPROVAL = "approval";

    private static final Standing.ConditionState NOT_YET = new Standing.ConditionState(
            APPROVAL,
            false,
            null,
            null,
            LocalizedText.of(
                    "Once the other conditions are met, the award is presented for approval by itself.",
                    "অন্য শর্তগুলো পূরণ হলে অর্জনটি আপনা-আপনি অনুমোদনের জন্য উপস্থাপিত হবে।"));

    /** Knows where the approval of awards stands; {@code approval} supplies it. */
    public interface ApprovalLines {
        Map<UUID, Standing.ConditionState> of(Collection<UUID> awards, Language reader);
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
        List<Standing> all = standings.ofPerson(person);
        return states(person, all, all, reader).stream()
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
        List<Standing> all = standings.ofPerson(person);
        List<Standing> shown = all.stream()
                .filter(standing -> caller.looksAfter(standing.enrolment().institute()))
                .toList();
        if (shown.isEmpty() && !own) {
            throw new DomainException.NotFound("unknown-person");
        }
        return states(person, all, shown, reader);
    }

    /** @param shown those enrolments that the reader may know of; over the programme all of them count */
    private List<AwardState> states(PersonId person, List<Standing> all, List<Standing> shown, Language reader) {
        List<Award> met = awards.of(person);
        Told told = new Told(
                serials.get().of(person),
                serials.get().papersOf(person, reader),
                lines.get().of(met.stream().map(Award::id).toList(), reader),
                reader);
        Map<String, Award> byEnrolment = met.stream()
                .filter(award -> award.course() != null)
                .collect(Collectors.toMap(
                        award -> award.kind() + "/" + award.enrolment(), award -> award, (first, second) -> first));
        List<AwardState> states = new ArrayList<>();
        for (Standing standing : shown) {
            for (AwardRule rule : catalogue.awards(standing.course().id())) {
                Award award =
                        byEnrolment.get(rule.kind() + "/" + standing.enrolment().id());
                states.add(told.state(
                        rule,
                        standing.course().id(),
                        award,
                        rule.asCourse() ? standing.conditions() : standing.conditions(rule.conditions())));
            }
        }
        boolean own = caller.is(person);
        catalogue.programme().ifPresent(programme -> {
            List<Standing> parts = all.stream()
                    .filter(standing ->
                            programme.courses().contains(standing.course().id()))
                    .toList();
            if (!parts.isEmpty()) {
                states.addAll(overProgramme(programme, parts, met, told, own));
            }
        });
        return states;
    }

    /** They count for the institute in which they were met, else for that of the latest enrolment. */
    private List<AwardState> overProgramme(
            Programme programme, List<Standing> parts, List<Award> met, Told told, boolean own) {
        String latest = parts.get(parts.size() - 1).enrolment().institute();
        List<AwardState> states = new ArrayList<>();
        for (AwardRule rule : programme.awards()) {
            Award award = met.stream()
                    .filter(each -> each.course() == null && each.kind().equals(rule.kind()))
                    .findFirst()
                    .orElse(null);
            String institute = award == null ? latest : award.institute();
            if (own || caller.looksAfter(institute)) {
                states.add(told.state(
                        rule,
                        null,
                        award,
                        new ProgrammeStanding(programme, rule, institute, parts, catalogue::current).conditions()));
            }
        }
        return states;
    }

    /** What is known about the awards that were met, for one reader. */
    private record Told(
            Map<UUID, String> serials,
            Map<UUID, Paper> papers,
            Map<UUID, Standing.ConditionState> approvals,
            Language reader) {

        AwardState state(
                AwardRule rule, @Nullable String course, @Nullable Award award, List<Standing.ConditionState> counted) {
            List<Standing.ConditionState> conditions = new ArrayList<>(counted);
            boolean met = award != null;
            if (rule.issue() == AwardRule.Issue.AFTER_APPROVAL) {
                Standing.ConditionState line = award == null ? NOT_YET : approvals.getOrDefault(award.id(), NOT_YET);
                conditions.add(line);
                met = met && line.met();
            }
            return new AwardState(
                    rule.kind(),
                    rule.title(),
                    course,
                    met,
                    conditions,
                    award == null ? null : serials.get(award.id()),
                    paper(award, rule));
        }

        private Paper paper(@Nullable Award award, AwardRule rule) {
            Paper paper = award == null ? null : papers.get(award.id());
            if (paper != null) {
                return paper;
            }
            String reason = award == null
                    ? "conditions-open"
                    : rule.issue() == AwardRule.Issue.AUTOMATIC ? "not-issued" : approvalReason(award);
            return new Paper("none", reason, Words.of(reader, "paper." + reason, "paper.not-issued"), null);
        }

        private String approvalReason(Award award) {
            Standing.ConditionState line = approvals.get(award.id());
            return line != null && "returned".equals(line.evidence()) ? "approval-returned" : "approval-open";
        }
    }
}
