package org.sopan.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sopan.approval.Approval.State;
import org.sopan.approval.Decision.Verdict;
import org.sopan.approval.Decisions.Line;
import org.sopan.completion.Award;
import org.sopan.completion.Awards;
import org.sopan.course.AwardRule;
import org.sopan.course.Catalogue;
import org.sopan.identity.People;
import org.sopan.shared.PersonId;

/**
 * The short transactions of carrying out a decision. Approval, certificate, mail and what became of the line commit
 * together, so that a crash between two parts decides nothing twice.
 */
@ApplicationScoped
public class DecisionRounds {
    private final Decisions decisions;
    private final Approvals approvals;
    private final Awards awards;
    private final People people;
    private final Catalogue catalogue;
    private final Event<AwardsApproved> approved;
    private final Clock clock;

    @Inject
    public DecisionRounds(
            Decisions decisions,
            Approvals approvals,
            Awards awards,
            People people,
            Catalogue catalogue,
            Event<AwardsApproved> approved,
            Clock clock) {
        this.decisions = decisions;
        this.approvals = approvals;
        this.awards = awards;
        this.people = people;
        this.catalogue = catalogue;
        this.approved = approved;
        this.clock = clock;
    }

    /** The next lines of the earliest decision that nobody else is at; false when there is nothing left to do. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean carryOut(int most) {
        Optional<Decision> next = decisions.next();
        if (next.isEmpty()) {
            return false;
        }
        Decision decision = next.get();
        List<Line> lines = decisions.open(decision.id(), most);
        Map<Line, Outcome> outcomes = new Part(decision, lines).outcomes();
        decisions.write(decision.id(), outcomes);
        decision.advance(lines.size(), decision.done() + lines.size() >= decision.total());
        return true;
    }

    /** Leaves the next line as it was, after it could not be carried out. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean passOver() {
        Optional<Decision> next = decisions.next();
        next.ifPresent(decision -> decisions.open(decision.id(), 1).forEach(line -> {
            decisions.write(decision.id(), Map.of(line, Outcome.FAILED));
            decision.advance(1, decision.done() + 1 >= decision.total());
        }));
        return next.isPresent();
    }

    /** The lines of one transaction, with all that is known about them. */
    private final class Part {
        private final Decision decision;
        private final List<Line> lines;
        private final Instant now = clock.instant();
        private final Map<UUID, Approval> approvalOf;
        private final Map<UUID, Award> awardOf;
        private final Map<PersonId, PersonId> ownerOf = new HashMap<>();
        private final Set<String> had;
        private final List<AwardsApproved.Approved> issued = new ArrayList<>();
        private final List<Approvals.Act> acts = new ArrayList<>();

        Part(Decision decision, List<Line> lines) {
            this.decision = decision;
            this.lines = lines;
            List<UUID> ids = lines.stream().map(Line::award).toList();
            approvalOf = approvals.locked(ids);
            awardOf = awards.all(ids).stream().collect(Collectors.toMap(Award::id, award -> award));
            Set<PersonId> named = new HashSet<>(Set.of(decision.madeBy()));
            awardOf.values().forEach(award -> named.add(award.person()));
            approvalOf.values().stream()
                    .map(Approval::approvedBy)
                    .filter(Objects::nonNull)
                    .forEach(named::add);
            people.current(named).forEach((record, person) -> ownerOf.put(record, person.id()));
            had = decision.terms().verdict() == Verdict.APPROVE ? had() : Set.of();
        }

        /** What was approved before, also for a record that was joined to one of these people's. */
        private Set<String> had() {
            Collection<PersonId> owners = awardOf.values().stream()
                    .map(award -> owner(award.person()))
                    .collect(Collectors.toSet());
            Map<PersonId, PersonId> records = people.records(owners);
            return approvals.approvedAmong(records.keySet()).stream()
                    .map(each -> each.key(records.getOrDefault(each.person(), each.person())))
                    .collect(Collectors.toCollection(HashSet::new));
        }

        Map<Line, Outcome> outcomes() {
            Map<Line, Outcome> outcomes = new LinkedHashMap<>();
            for (Line line : lines) {
                Approval approval = Objects.requireNonNull(approvalOf.get(line.award()));
                Award award = Objects.requireNonNull(awardOf.get(line.award()));
                outcomes.put(
                        line,
                        decision.terms().verdict() == Verdict.APPROVE ? approve(approval, award) : giveBack(approval));
            }
            approvals.write(acts, now);
            if (!issued.isEmpty()) {
                approved.fire(new AwardsApproved(issued));
            }
            return outcomes;
        }

        private Outcome approve(Approval approval, Award award) {
            PersonId decider = owner(decision.madeBy());
            PersonId first = approval.approvedBy();
            String key = Approvals.Had.of(award).key(owner(award.person()));
            if (approval.state() == State.APPROVED) {
                return Outcome.ALREADY_APPROVED;
            }
            if (approval.state() == State.RETURNED) {
                return Outcome.ALREADY_RETURNED;
            }
            if (owner(award.person()).equals(decider)) {
                return Outcome.OWN_AWARD;
            }
            if (had.contains(key)) {
                return Outcome.HAS_IT_ALREADY;
            }
            if (approval.state() == State.SIGNING
                    && first != null
                    && owner(first).equals(decider)) {
                return Outcome.SECOND_PERSON_NEEDED;
            }
            AwardRule rule = catalogue.award(award.course(), award.release(), award.kind());
            Decision.Terms terms = decision.terms();
            if (approval.state() == State.WAITING && rule.signOff()) {
                approval.approve(decision.madeBy(), terms.memo(), terms.note(), now);
                acts.add(act(approval, "approved"));
                return Outcome.AWAITS_SIGNATURE;
            }
            String what = approval.state() == State.SIGNING ? "signed" : "approved";
            approval.conclude(decision.madeBy(), terms.memo(), terms.note(), now);
            acts.add(act(approval, what));
            had.add(key);
            issued.add(new AwardsApproved.Approved(award, rule, approval.memo()));
            return Outcome.APPROVED;
        }

        private Outcome giveBack(Approval approval) {
            if (!approval.isOpen()) {
                return approval.state() == State.APPROVED ? Outcome.ALREADY_APPROVED : Outcome.ALREADY_RETURNED;
            }
            approval.giveBack(
                    Objects.requireNonNull(decision.terms().reason()),
                    decision.terms().note(),
                    now);
            acts.add(act(approval, "returned"));
            return Outcome.RETURNED;
        }

        private Approvals.Act act(Approval approval, String what) {
            return new Approvals.Act(
                    approval.award(),
                    what,
                    decision.terms().reason(),
                    decision.terms().note(),
                    decision.madeBy());
        }

        private PersonId owner(PersonId record) {
            return ownerOf.getOrDefault(record, record);
        }
    }
}
