package org.sopan.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.Enrolment;
import org.sopan.shared.CohortId;

/** All extra attempts and extra time that were given. */
@ApplicationScoped
public class Allowances {
    private final EntityManager entities;

    @Inject
    public Allowances(EntityManager entities) {
        this.entities = entities;
    }

    /** What one enrolment has at one quiz beyond what the quiz gives everybody. */
    record Extra(int attempts, int minutes) {}

    void add(Allowance allowance) {
        entities.persist(allowance);
    }

    /** Whether something was given under this key. */
    boolean isGiven(@Nullable String onceKey) {
        return onceKey != null
                && !entities.createQuery("select a.id from Allowance a where a.onceKey = :key")
                        .setParameter("key", onceKey)
                        .getResultList()
                        .isEmpty();
    }

    Extra extra(Enrolment enrolment, String quiz) {
        List<Allowance> given =
                of(enrolment).stream().filter(each -> each.quiz().equals(quiz)).toList();
        return new Extra(
                given.stream().mapToInt(Allowance::attempts).sum(),
                given.stream().mapToInt(Allowance::minutes).sum());
    }

    /** Those for this enrolment itself, and those for its institute's people of its cohort. */
    List<Allowance> of(Enrolment enrolment) {
        CohortId cohort = enrolment.cohort();
        TypedQuery<Allowance> query = entities.createQuery(
                "select a from Allowance a where a.enrolment = :enrolment"
                        + (cohort == null
                                ? ""
                                : " or (a.cohort = :cohort and (a.institute is null or a.institute = :institute))")
                        + " order by a.givenAt, a.id",
                Allowance.class);
        query.setParameter("enrolment", enrolment.id());
        if (cohort != null) {
            query.setParameter("cohort", cohort).setParameter("institute", enrolment.institute());
        }
        return query.getResultList();
    }

    /** Those for the people of these institutes in this cohort, or with null for anybody's. */
    List<Allowance> of(CohortId cohort, @Nullable Collection<String> institutes) {
        TypedQuery<Allowance> query = entities.createQuery(
                "select a from Allowance a where a.cohort = :cohort"
                        + (institutes == null ? "" : " and (a.institute is null or a.institute in :institutes)")
                        + " order by a.givenAt, a.id",
                Allowance.class);
        query.setParameter("cohort", cohort);
        if (institutes != null) {
            query.setParameter("institutes", institutes.isEmpty() ? List.of("") : institutes);
        }
        return query.getResultList();
    }
}
