package org.sopan.approval.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.sopan.approval.DecideAwards;
import org.sopan.approval.Decision;
import org.sopan.approval.Decisions;

/**
 * How far a decision is.
 *
 * @param outcomes how many awards came to which end
 * @param left the first of those that were left as they were, and why
 */
public record DecisionView(
        String id,
        String verdict,
        Instant madeAt,
        int total,
        int done,
        boolean finished,
        Map<String, Integer> outcomes,
        List<Decisions.Left> left) {
    static DecisionView of(DecideAwards.Progress progress) {
        Decision decision = progress.decision();
        return new DecisionView(
                decision.id().toString(),
                decision.terms().verdict().word(),
                decision.madeAt(),
                decision.total(),
                decision.done(),
                decision.isFinished(),
                progress.outcomes(),
                progress.left());
    }
}
