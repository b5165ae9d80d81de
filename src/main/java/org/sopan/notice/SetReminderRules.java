package org.sopan.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.Cohort;
import org.sopan.enrolment.Enrolments;
import org.sopan.organization.Organizations;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException;
import org.sopan.shared.DomainException.FieldError;

/** A coordinator says when her own people are reminded, and when those in one cohort are. */
@ApplicationScoped
public class SetReminderRules {
    private final ReminderRuleSets sets;
    private final Organizations organizations;
    private final Enrolments enrolments;
    private final Caller caller;
    private final AuditTrail audit;

    @Inject
    public SetReminderRules(
            ReminderRuleSets sets,
            Organizations organizations,
            Enrolments enrolments,
            Caller caller,
            AuditTrail audit) {
        this.sets = sets;
        this.organizations = organizations;
        this.enrolments = enrolments;
        this.caller = caller;
        this.audit = audit;
    }

    /** The rules that hold, and who set them: {@code default}, {@code institute} or {@code cohort}. */
    public record Standing(String institute, ReminderRules rules, String setBy) {}

    @Transactional
    public Standing ofInstitute(String institute) {
        mustLookAfter(institute);
        return sets.exactly(institute, null)
                .map(rules -> new Standing(institute, rules, "institute"))
                .orElseGet(() -> new Standing(institute, ReminderRules.DEFAULTS, "default"));
    }

    @Transactional
    public Standing setForInstitute(String institute, ReminderRules rules) {
        mustLookAfter(institute);
        sets.put(institute, null, rules);
        audit.record(caller.person(), "reminder-rules-set", institute, Map.of("institute", institute));
        return new Standing(institute, rules, "institute");
    }

    /** Those for the caller's people in the cohort; one who looks after several institutes names one. */
    @Transactional
    public Standing ofCohort(CohortId cohort, @Nullable String institute) {
        String own = own(cohort, institute);
        return sets.exactly(own, cohort)
                .map(rules -> new Standing(own, rules, "cohort"))
                .orElseGet(() -> ofInstitute(own));
    }

    @Transactional
    public Standing setForCohort(CohortId cohort, @Nullable String institute, ReminderRules rules) {
        String own = own(cohort, institute);
        sets.put(own, cohort, rules);
        audit.record(
                caller.person(),
                "reminder-rules-set",
                cohort.toString(),
                Map.of("institute", own, "cohort", cohort.toString()));
        return new Standing(own, rules, "cohort");
    }

    /** From now on the institute's rules hold in the cohort, too. */
    @Transactional
    public Standing dropForCohort(CohortId cohort, @Nullable String institute) {
        String own = own(cohort, institute);
        sets.drop(own, cohort);
        audit.record(
                caller.person(),
                "reminder-rules-dropped",
                cohort.toString(),
                Map.of("institute", own, "cohort", cohort.toString()));
        return ofInstitute(own);
    }

    private void mustLookAfter(String institute) {
        if (!caller.looksAfter(institute)) {
            throw new DomainException.NotFound("unknown-organization");
        }
        organizations.institute(institute);
    }

    private String own(CohortId id, @Nullable String wanted) {
        Cohort cohort = enrolments.cohort(id).orElseThrow(() -> new DomainException.NotFound("unknown-cohort"));
        if (wanted != null) {
            mustLookAfter(wanted);
            return of(cohort, List.of(wanted));
        }
        return caller.isAdministrator()
                ? cohort.host()
                : of(
                        cohort,
                        caller.identified().orElseThrow().coordinated().stream()
                                .sorted()
                                .toList());
    }

    private static String of(Cohort cohort, List<String> institutes) {
        List<String> concerned = institutes.stream().filter(cohort::concerns).toList();
        if (concerned.isEmpty()) {
            throw new DomainException.NotFound("unknown-cohort");
        }
        if (concerned.size() > 1) {
            throw DomainException.Invalid.malformed("invalid-input", new FieldError("institute", "missing"));
        }
        return concerned.get(0);
    }
}
