package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.RosterPlan.Action;
import org.sopan.enrolment.RosterPlan.State;
import org.sopan.identity.People;
import org.sopan.identity.Person;
import org.sopan.platform.Caller;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.Page;
import org.sopan.shared.PersonId;

/** Shows plans, their rows, and how far one has been applied. */
@ApplicationScoped
public class ShowRoster {
    /** A reader corrects no more at a time; the rows themselves can be paged through. */
    private static final int MOST_SHOWN = 1_000;

    private final RosterPlans plans;
    private final RosterRows rows;
    private final Enrolments enrolments;
    private final People people;
    private final RosterProgress progress;
    private final Caller caller;
    private final Clock clock;

    @Inject
    public ShowRoster(
            RosterPlans plans,
            RosterRows rows,
            Enrolments enrolments,
            People people,
            RosterProgress progress,
            Caller caller,
            Clock clock) {
        this.plans = plans;
        this.rows = rows;
        this.enrolments = enrolments;
        this.people = people;
        this.progress = progress;
        this.caller = caller;
        this.clock = clock;
    }

    /** A plan with its first rejected and undecided rows, and the first of which something stays out. */
    public record Shown(
            RosterPlan plan,
            State state,
            @Nullable LocalizedText cohort,
            List<RosterLine> rejected,
            List<RosterLine> undecided,
            List<RosterLine> noted) {}

    /** A plan among others, with who made it. */
    public record Listed(
            RosterPlan plan, State state, @Nullable LocalizedText cohort, @Nullable LocalizedText plannedBy) {}

    /** How far a plan is applied, on whichever node. */
    public record Progress(String state, int done, int total, RosterPlan.@Nullable Outcome outcome) {}

    /** The rows of a page, and the plan's columns that they are read by. */
    public record Lines(Page<RosterLine> lines, List<ColumnNote> notes) {}

    @Transactional
    public Shown show(UUID id) {
        RosterPlan plan = plans.find(id);
        return new Shown(
                plan,
                plan.state(clock.instant()),
                enrolments.cohort(plan.cohort()).map(Cohort::title).orElse(null),
                rows.page(id, Action.rejected, 0, MOST_SHOWN),
                rows.page(id, Action.undecided, 0, MOST_SHOWN),
                rows.noted(id, MOST_SHOWN));
    }

    @Transactional
    public Lines rows(UUID id, @Nullable Action action, int page, int size) {
        RosterPlan plan = plans.find(id);
        List<RosterLine> lines = rows.page(id, action, page * size, size);
        return new Lines(new Page<>(lines, total(plan.counts(), action)), plan.columns());
    }

    /** All rows in order, part by part, each as it is read now. */
    @Transactional
    public void each(UUID id, Consumer<RosterLine> line) {
        rows.each(plans.find(id).id(), part -> part.forEach(line));
    }

    @Transactional
    public Page<Listed> list(String institute, int page, int size) {
        if (!caller.looksAfter(institute)) {
            throw new DomainException.NotFound("unknown-organization");
        }
        Page<RosterPlan> found = plans.of(institute, page, size);
        Map<CohortId, LocalizedText> titles = new HashMap<>();
        enrolments
                .cohorts(found.items().stream()
                        .map(RosterPlan::cohort)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList())
                .forEach(cohort -> titles.put(cohort.id(), cohort.title()));
        Map<PersonId, @Nullable LocalizedText> names = new HashMap<>();
        people.all(found.items().stream().map(RosterPlan::plannedBy).distinct().toList())
                .forEach(person -> names.put(person.id(), name(person)));
        return new Page<>(
                found.items().stream()
                        .map(plan -> new Listed(
                                plan,
                                plan.state(clock.instant()),
                                plan.cohort() == null ? null : titles.get(plan.cohort()),
                                names.get(plan.plannedBy())))
                        .toList(),
                found.total());
    }

    @Transactional
    public Progress application(UUID id) {
        RosterPlan plan = plans.find(id);
        State state = plan.state(clock.instant());
        RosterPlan.Counts counts = plan.counts();
        int total = counts.create() + counts.update() + counts.unchanged();
        if (state == State.planned) {
            return progress.of(id)
                    .map(done -> new Progress("applying", done, total, null))
                    .orElse(new Progress("planned", 0, total, null));
        }
        return new Progress(state.name(), state == State.ended ? 0 : total, total, plan.outcome());
    }

    private static LocalizedText name(Person person) {
        LocalizedText name = person.name();
        return name == null ? new LocalizedText(person.email(), null) : name;
    }

    private static long total(RosterPlan.Counts counts, @Nullable Action action) {
        if (action == null) {
            return counts.rows();
        }
        return switch (action) {
            case create -> counts.create();
            case update -> counts.update();
            case unchanged -> counts.unchanged();
            case undecided -> counts.undecided();
            case rejected -> counts.rejected();
            case left -> counts.left();
        };
    }
}
