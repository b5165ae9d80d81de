package org.sopan.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.Cohort;
import org.sopan.enrolment.Doubles;
import org.sopan.enrolment.Enrolments;
import org.sopan.organization.Organization;
import org.sopan.organization.Organizations;
import org.sopan.platform.Caller;
import org.sopan.platform.Sql;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException;

/** What the caller may read in reports; what one may not know of is not found. */
@ApplicationScoped
public class ReportScope {
    private final Organizations organizations;
    private final Enrolments enrolments;
    private final Once once;
    private final Caller caller;

    @Inject
    public ReportScope(Organizations organizations, Enrolments enrolments, Once once, Caller caller) {
        this.organizations = organizations;
        this.enrolments = enrolments;
        this.once = once;
        this.caller = caller;
    }

    /** The institute, if the caller reads it. */
    Organization institute(String id) {
        if (!caller.reads(id)) {
            throw new DomainException.NotFound("unknown-organization");
        }
        return organizations.institute(id);
    }

    /** The institutes that the caller reads. */
    List<Organization> institutes() {
        return organizations.list("institute").stream()
                .filter(institute -> caller.reads(institute.id()))
                .toList();
    }

    /**
     * The cohort, if it concerns the caller. Its host, its facilitators and administrators see the numbers of all; the
     * others of their own. Names are seen of one's own people only.
     */
    OfCohort cohort(CohortId id) {
        Cohort cohort = enrolments.cohort(id).orElseThrow(ReportScope::unknownCohort);
        List<String> own = institutes().stream().map(Organization::id).toList();
        boolean whole = caller.isAdministrator() || caller.reads(cohort.host()) || caller.facilitates(id);
        if (!whole && own.stream().noneMatch(cohort::concerns)) {
            throw unknownCohort();
        }
        Sql everybody = once.within(
                Doubles.Within.COHORT, id.toString(), new Sql().add("e.cohort = cast(? as uuid)", id.toString()));
        return new OfCohort(cohort, everybody, whole ? null : own, own);
    }

    private static DomainException.NotFound unknownCohort() {
        return new DomainException.NotFound("unknown-cohort");
    }

    /**
     * How much of a cohort is seen.
     *
     * @param everybody the condition for whoever is in it, each person once in a course
     * @param numbers the institutes whose people are counted, or null for all
     * @param names the institutes whose people are named
     */
    record OfCohort(Cohort cohort, Sql everybody, @Nullable List<String> numbers, List<String> names) {
        boolean isNamed(String institute) {
            return names.contains(institute);
        }

        /** Adds the condition for whoever is counted. */
        Sql counted(Sql sql) {
            sql.add(everybody);
            return numbers == null ? sql : among(sql, numbers);
        }

        /** Adds the condition for whoever is named. */
        Sql named(Sql sql) {
            return among(sql.add(everybody), names);
        }

        private static Sql among(Sql sql, List<String> institutes) {
            return institutes.isEmpty()
                    ? sql.add(" and 1 = 0")
                    : sql.add(" and e.institute in (" + Sql.places(institutes.size()) + ")", institutes.toArray());
        }
    }
}
