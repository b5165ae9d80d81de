package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sopan.course.Catalogue;
import org.sopan.organization.Organizations;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.platform.Randomness;
import org.sopan.shared.CleanText;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.LocalizedText;

/** Opens a cohort, and shows cohorts to those whom they concern. */
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
            @Nullable String order) {}

    @Transactional
    public Cohort open(Plan plan) {
        if (organizations.find(plan.host()).isEmpty() || !caller.looksAfter(plan.host())) {
            throw new DomainException.NotFound("unknown-organization");
        }
        LocalizedText title = CleanText.line(plan.title(), "title");
        if (title == null) {
            throw DomainException.Invalid.refused("invalid-input", new FieldError("title", "missing"));
        }
        if (plan.course() != null && !catalogue.has(plan.course())) {
            throw DomainException.Invalid.refused("unknown-course", new FieldError("course", "unknown-course"));
        }
        for (String institute : plan.seats().keySet()) {
            if (organizations.find(institute).isEmpty()) {
                throw DomainException.Invalid.refused(
                        "unknown-organization", new FieldError("seats." + institute, "unknown-organization"));
            }
        }
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
        enrolments.add(cohort);
        audit.record(caller.person(), "cohort-opened", cohort.id().toString(), Map.of("host", plan.host()));
        return cohort;
    }

    @Transactional
    public Cohort show(CohortId id) {
        return enrolments
                .cohort(id)
                .filter(this::isSeen)
                .orElseThrow(() -> new DomainException.NotFound("unknown-cohort"));
    }

    @Transactional
    public List<Cohort> list() {
        return enrolments.cohorts().stream().filter(this::isSeen).toList();
    }

    private boolean isSeen(Cohort cohort) {
        return caller.isAdministrator()
                || caller.identified().stream()
                        .flatMap(who -> who.coordinated().stream())
                        .anyMatch(cohort::concerns);
    }
}
