package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.RosterLine.Decision;
import org.sopan.enrolment.RosterRows.Decided;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.shared.DomainException;
import org.sopan.shared.DomainException.FieldError;

/** Takes a coordinator's answers to what a plan asks; the plan is made anew from what was uploaded. */
@ApplicationScoped
public class DecideRoster {
    private final RosterPlans plans;
    private final RosterRows rows;
    private final SortRoster sortRoster;
    private final Caller caller;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    public DecideRoster(
            RosterPlans plans, RosterRows rows, SortRoster sortRoster, Caller caller, AuditTrail audit, Clock clock) {
        this.plans = plans;
        this.rows = rows;
        this.sortRoster = sortRoster;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** Each answer replaces the earlier one about the same row or column; null takes it back. */
    @Transactional
    public RosterPlan decide(
            UUID id, Map<Integer, @Nullable Decision> aboutRows, Map<String, @Nullable Boolean> aboutColumns) {
        RosterPlan plan = plans.locked(id);
        plan.mustBeOpen(clock.instant());
        plan.seemsBijoy(answered(plan.columns(), aboutColumns));
        if (!aboutRows.isEmpty()) {
            rows.decide(id, decided(id, aboutRows));
        }
        audit.record(
                caller.person(),
                "roster-decided",
                id.toString(),
                Map.of(
                        "institute",
                        plan.institute(),
                        "rows",
                        Integer.toString(aboutRows.size()),
                        "columns",
                        Integer.toString(aboutColumns.size())));
        return sortRoster.sort(plan);
    }

    private static List<ColumnNote> answered(List<ColumnNote> notes, Map<String, @Nullable Boolean> answers) {
        Map<String, ColumnNote> known = new HashMap<>();
        notes.forEach(note -> known.put(note.column(), note));
        for (String column : answers.keySet()) {
            if (!known.containsKey(column)) {
                throw refused("columns." + column);
            }
        }
        return notes.stream()
                .map(note -> answers.containsKey(note.column()) ? note.answered(answers.get(note.column())) : note)
                .toList();
    }

    private List<Decided> decided(UUID id, Map<Integer, @Nullable Decision> answers) {
        Map<Integer, @Nullable Decision> open = new HashMap<>(answers);
        List<Decided> decided = new ArrayList<>();
        rows.each(
                id,
                part -> part.forEach(line -> {
                    if (open.containsKey(line.row())) {
                        decided.add(decided(line, open.remove(line.row())));
                    }
                }));
        open.keySet().stream().findFirst().ifPresent(row -> {
            throw refused("rows." + row);
        });
        return decided;
    }

    private static Decided decided(RosterLine line, @Nullable Decision decision) {
        RosterLine.Question question = line.verdict().question();
        boolean asks = decision == Decision.same || decision == Decision.different;
        if (asks && question == null) {
            throw refused("rows." + line.row());
        }
        return new Decided(line.row(), decision, asks && question != null ? question.about() : null);
    }

    private static DomainException refused(String field) {
        return DomainException.Invalid.refused("no-such-question", new FieldError(field, "no-such-question"));
    }
}
