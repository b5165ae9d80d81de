package org.sopan.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.approval.Decision.Verdict;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.platform.Randomness;
import org.sopan.platform.Wakes;
import org.sopan.shared.CleanText;
import org.sopan.shared.DomainException.Conflict;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.shared.DomainException.NotFound;

/**
 * An administrator decides over one award or many. It is written down here and carried out by a job; the same request
 * again gives the same decision.
 */
@ApplicationScoped
public class DecideAwards {
    public static final int MOST = 10_000;
    private static final int MOST_NAMED = 500;
    private final Decisions decisions;
    private final Caller caller;
    private final AuditTrail audit;
    private final Randomness randomness;
    private final Wakes wakes;
    private final Clock clock;

    @Inject
    public DecideAwards(
            Decisions decisions, Caller caller, AuditTrail audit, Randomness randomness, Wakes wakes, Clock clock) {
        this.decisions = decisions;
        this.caller = caller;
        this.audit = audit;
        this.randomness = randomness;
        this.wakes = wakes;
        this.clock = clock;
    }

    /** How far a decision is: how many lines came to which end, and by name those that were left as they were. */
    public record Progress(Decision decision, Map<String, Integer> outcomes, List<Decisions.Left> left) {}

    /** @param once drawn by the client and sent again with a repeat, or null */
    @Transactional
    public Progress decide(Decision.Terms wanted, Collection<UUID> ids, @Nullable String once) {
        Decision.Terms terms = checked(wanted);
        List<UUID> distinct = List.copyOf(new LinkedHashSet<>(ids));
        UUID id = randomness.id();
        String key = caller.person() + "/" + (once == null ? id : once);
        Optional<Decision> before = decisions.byKey(key);
        if (before.isPresent()) {
            if (!before.get().says(terms)
                    || !decisions.awardsOf(before.get().id()).equals(distinct)) {
                throw new Conflict("once-used-otherwise");
            }
            return progress(before.get());
        }
        if (distinct.isEmpty() || distinct.size() > MOST) {
            throw Invalid.refused("invalid-input", new FieldError("awards", "between-1-and-" + MOST));
        }
        Decision decision = new Decision(id, key, terms, distinct.size(), caller.person(), clock.instant());
        decisions.add(decision, distinct);
        refuseWhatNeverCan(decision);
        audit.record(
                caller.person(),
                "awards-decided",
                id.toString(),
                Map.of("verdict", terms.verdict().word(), "number", String.valueOf(distinct.size())));
        wakes.afterCommit(CarryOutDecisions.NAME);
        return progress(decision);
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    public Progress show(UUID id) {
        return progress(decisions.find(id).orElseThrow(() -> new NotFound("unknown-decision")));
    }

    private Progress progress(Decision decision) {
        return new Progress(decision, decisions.counts(decision.id()), decisions.left(decision.id(), MOST_NAMED));
    }

    private static Decision.Terms checked(Decision.Terms wanted) {
        String note = wanted.note() == null ? "" : CleanText.line(wanted.note());
        return new Decision.Terms(
                wanted.verdict(),
                wanted.verdict() == Verdict.RETURN ? ReturnReason.known(wanted.reason()) : null,
                note.isEmpty() ? null : note,
                wanted.verdict() == Verdict.APPROVE ? wanted.memo() : null);
    }

    /** What is wrong already now is refused whole and by name; what changes until it is carried out is told line by line. */
    private void refuseWhatNeverCan(Decision decision) {
        if (decisions.inQueue(decision.id()) < decision.total()) {
            throw new NotFound(PresentAward.UNKNOWN);
        }
        if (decision.terms().verdict() == Verdict.APPROVE) {
            refuse("own-award", decisions.ownOf(decision.id(), caller.records(), MOST_NAMED));
            refuse("second-person-needed", decisions.signedBy(decision.id(), caller.records(), MOST_NAMED));
        }
    }

    private static void refuse(String code, List<String> which) {
        if (!which.isEmpty()) {
            throw new Conflict(
                    code, Map.of("awards", Json.createArrayBuilder(which).build()));
        }
    }
}
