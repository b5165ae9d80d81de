package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.course.Catalogue;
import org.sopan.course.Course;
import org.sopan.enrolment.RosterPlan.Outcome;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.platform.Clocks;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException;

/**
 * Applies a plan's accepted rows, all or none and once: people, enrolments and invitations in one transaction, part by
 * part, with a record of what was done. The invitations wait a while, so that they can be called back.
 */
@ApplicationScoped
public class ApplyRoster {
    private final EntityManager entities;
    private final RosterPlans plans;
    private final RosterRows rows;
    private final CheckRows checkRows;
    private final ApplyRows applyRows;
    private final Enrolments enrolments;
    private final Catalogue catalogue;
    private final RosterProgress progress;
    private final Event<RosterApplied> applied;
    private final Caller caller;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    public ApplyRoster(
            EntityManager entities,
            RosterPlans plans,
            RosterRows rows,
            CheckRows checkRows,
            ApplyRows applyRows,
            Enrolments enrolments,
            Catalogue catalogue,
            RosterProgress progress,
            Event<RosterApplied> applied,
            Caller caller,
            AuditTrail audit,
            Clock clock) {
        this.entities = entities;
        this.plans = plans;
        this.rows = rows;
        this.checkRows = checkRows;
        this.applyRows = applyRows;
        this.enrolments = enrolments;
        this.catalogue = catalogue;
        this.progress = progress;
        this.applied = applied;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Outcome apply(UUID id) {
        RosterPlan plan = plans.locked(id);
        Outcome already = plan.outcome();
        if (already != null && plan.undone() == null) {
            return already;
        }
        plan.mustBeOpen(clock.instant());
        try {
            return applied(plan);
        } catch (RuntimeException failure) {
            progress.givenUp(id);
            throw failure;
        }
    }

    private Outcome applied(RosterPlan plan) {
        CohortId cohortId = plan.cohort();
        Cohort cohort = cohortId == null ? null : locked(cohortId, plan.institute());
        progress.at(plan.id(), 0);
        List<String> courses = courses(cohort);
        CheckRows.Checked checked = checkRows.check(plan, courses);
        refuseStale(checked.stale());
        ApplyRows.Run run = new ApplyRows.Run(plan, cohort, courses, checked);
        rows.each(plan.id(), part -> {
            applyRows.apply(part, run);
            applied.fire(new RosterApplied(plan.id(), plan.institute(), run.enrolledLast()));
            entities.flush();
            entities.clear();
            progress.at(plan.id(), run.done());
        });
        if (cohort != null) {
            requireSeats(cohort, plan.institute());
        }
        return finished(plan.id(), run);
    }

    private Outcome finished(UUID id, ApplyRows.Run run) {
        RosterPlan plan = plans.find(id);
        Outcome outcome = new Outcome(
                run.created(),
                run.updated(),
                run.enrolled(),
                plan.counts().rows() - run.accepted().size());
        plan.applied(outcome, caller.person(), clock.instant());
        progress.end(id);
        audit.record(
                caller.person(),
                "roster-applied",
                id.toString(),
                Map.of(
                        "institute",
                        plan.institute(),
                        "created",
                        Integer.toString(outcome.created()),
                        "updated",
                        Integer.toString(outcome.updated()),
                        "enrolled",
                        Integer.toString(outcome.enrolled())));
        return outcome;
    }

    /** Drops a plan that was not applied. */
    @Transactional
    public void drop(UUID id) {
        RosterPlan plan = plans.locked(id);
        if (plan.outcome() != null) {
            throw new DomainException.Conflict("plan-applied");
        }
        rows.forget(List.of(id));
        entities.remove(plan);
    }

    private static void refuseStale(List<Integer> rows) {
        if (!rows.isEmpty()) {
            JsonArrayBuilder stale = Json.createArrayBuilder();
            rows.forEach(stale::add);
            throw new DomainException.Conflict("plan-stale", Map.of("rows", stale.build()));
        }
    }

    /** The cohort's one course; or of the programme those that can be begun without having completed another. */
    private List<String> courses(@Nullable Cohort cohort) {
        List<String> programme = catalogue.list().stream()
                .filter(course -> course.requires().isEmpty())
                .map(Course::id)
                .toList();
        return cohort == null ? programme : cohort.courses(programme);
    }

    private Cohort locked(CohortId id, String institute) {
        Cohort cohort = enrolments
                .lockedCohort(id)
                .filter(found -> found.concerns(institute))
                .orElseThrow(() -> new DomainException.NotFound("unknown-cohort"));
        cohort.mustNotBeOver(LocalDate.now(clock.withZone(Clocks.DHAKA)));
        return cohort;
    }

    /** Counted when all are in; too many, and none is. */
    private void requireSeats(Cohort cohort, String institute) {
        entities.flush();
        if (enrolments.peopleIn(cohort.id(), institute).size() > cohort.seatsOf(institute)) {
            throw new DomainException.Conflict("no-seats-left");
        }
    }
}
