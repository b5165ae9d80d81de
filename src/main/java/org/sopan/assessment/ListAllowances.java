package org.sopan.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.Enrolments;
import org.sopan.enrolment.ShowCohort;
import org.sopan.identity.People;
import org.sopan.identity.Person;
import org.sopan.platform.Caller;
import org.sopan.shared.CohortId;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.PersonId;

/** What was given, to one enrolment or in a cohort, and by whom: what was sent twice by accident shows here. */
@ApplicationScoped
public class ListAllowances {
    private final Enrolments enrolments;
    private final ShowCohort showCohort;
    private final Allowances allowances;
    private final People people;
    private final Caller caller;

    @Inject
    public ListAllowances(
            Enrolments enrolments, ShowCohort showCohort, Allowances allowances, People people, Caller caller) {
        this.enrolments = enrolments;
        this.showCohort = showCohort;
        this.allowances = allowances;
        this.people = people;
        this.caller = caller;
    }

    /** An allowance, and who gave it. */
    public record Given(Allowance allowance, @Nullable Person by) {}

    /** For its learner and those who look after its institute. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Given> of(EnrolmentId id) {
        return named(allowances.of(enrolments.seenBy(caller, id)));
    }

    /** Those for whose people the caller looks after. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Given> of(CohortId id) {
        return named(allowances.of(showCohort.seen(id).id(), showCohort.own()));
    }

    private List<Given> named(List<Allowance> given) {
        Map<PersonId, Person> known = people
                .all(given.stream().map(Allowance::givenBy).distinct().toList())
                .stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
        return given.stream()
                .map(allowance -> new Given(allowance, known.get(allowance.givenBy())))
                .toList();
    }
}
