package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sopan.course.Catalogue;
import org.sopan.organization.Organizations;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.platform.Randomness;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.LocalizedText;

/** Opens a cohort; whoever opens it for the own institute is whom to write to. */
@ApplicationScoped
public class OpenCohort {
    private final Enrolments enrolments;
    private final Organizations organizations;
    private final Catalogue catalogue;
    private final Caller caller;
    private final AuditTrail audit;
    private final Randomness randomness;
    private final Clock clock;

    @Inject
    public OpenCohort(
            Enrolments enrolments,
            Organizations organizations,
            Catalogue catalogue,
            Caller caller,
            AuditTrail audit,
            Randomness randomness,
            Clock clock) {
        this.enrolments = enrolments;
        this.organizations = organizations;
        this.catalogue = catalogue;
        this.caller = caller;
        this.audit = audit;
        this.randomness = randomness;
        this.clock = clock;
    }

    /** What a new cohort is to be; no course means the whole programme. */
    public record Plan(
            String host,
            @Nullable String course,
            LocalizedText title,
            LocalDate starts,
            LocalDate ends,
            Map<String, Integer> seats,
            @Nullable String order,
            @Nullable LocalDate orderDate) {
        Cohort.Terms terms(LocalizedText cleanTitle) {
            return new Cohort.Terms(cleanTitle, starts, ends, seats, order, orderDate);
        }
    }

    @Transactional
    public Cohort open(Plan plan) {
        if (organizations.find(plan.host()).isEmpty() || !caller.looksAfter(plan.host())) {
            throw new DomainException.NotFound("unknown-organization");
        }
        LocalizedText title = ChangeCohort.title(plan.title());
        if (plan.course() != null && !catalogue.has(plan.course())) {
            throw DomainException.Invalid.refused("unknown-course", new FieldError("course", "unknown-course"));
        }
        ChangeCohort.mustKnow(plan.seats().keySet(), organizations);
        Cohort cohort = new Cohort(
                new CohortId(randomness.id()),
                plan.host(),
                plan.course(),
                title,
                plan.starts(),
                plan.ends(),
                plan.seats(),
                plan.order(),
                clock.instant());
        cohort.revise(plan.terms(title));
        if (caller.identified().stream().anyMatch(who -> who.coordinated().contains(plan.host()))) {
            cohort.reachedThrough(caller.person());
        }
        enrolments.add(cohort);
        audit.record(
                caller.person(),
                "cohort-opened",
                cohort.id().toString(),
                Map.of("host", plan.host(), "institute", plan.host()));
        return cohort;
    }
}
