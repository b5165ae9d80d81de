package org.sopan.completion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.sopan.course.Catalogue;
import org.sopan.enrolment.Enrolment;
import org.sopan.enrolment.Enrolments;
import org.sopan.platform.Caller;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.PersonId;

/** Where enrolments stand. The number of queries does not grow with lessons, quizzes or enrolments. */
@ApplicationScoped
public class Standings {
    private final Enrolments enrolments;
    private final Steps steps;
    private final Catalogue catalogue;
    private final Caller caller;

    @Inject
    public Standings(Enrolments enrolments, Steps steps, Catalogue catalogue, Caller caller) {
        this.enrolments = enrolments;
        this.steps = steps;
        this.catalogue = catalogue;
        this.caller = caller;
    }

    /** Of one enrolment, for its learner and those who look after its institute. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Standing of(EnrolmentId id) {
        return of(enrolments.seenBy(caller, id));
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    public Standing of(Enrolment enrolment) {
        return new Standing(enrolment, catalogue.live(enrolment.course()), steps.of(enrolment.id()));
    }

    /** Of all enrolments of a person whose course is live. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Standing> ofPerson(PersonId person) {
        return of(caller.is(person) ? enrolments.of(caller.records()) : enrolments.of(person));
    }

    /** The same, whoever is calling. */
    List<Standing> ofAllRecords(PersonId person) {
        return of(enrolments.of(person));
    }

    private List<Standing> of(List<Enrolment> own) {
        List<Enrolment> all = own.stream()
                .filter(enrolment -> catalogue.has(enrolment.course()))
                .toList();
        Map<EnrolmentId, List<Step>> taken =
                steps.of(all.stream().map(Enrolment::id).toList());
        return all.stream()
                .map(enrolment -> new Standing(
                        enrolment, catalogue.live(enrolment.course()), taken.getOrDefault(enrolment.id(), List.of())))
                .toList();
    }
}
