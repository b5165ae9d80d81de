package org.sopan.completion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.sopan.enrolment.Enrolment;
import org.sopan.enrolment.Enrolment.State;
import org.sopan.enrolment.EnrolmentChanges;
import org.sopan.enrolment.Enrolments;
import org.sopan.identity.MergePart;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.platform.JsonText;
import org.sopan.shared.DomainException;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.PersonId;

/**
 * Both records' enrolments stay. Where both are in one course the further one leads, and the other, if it is open, is
 * withdrawn: a completed one leads before any open one, then the one with more steps done, then the kept record's.
 */
@ApplicationScoped
public class JoinEnrolments implements MergePart {
    private final EntityManager entities;
    private final Enrolments enrolments;
    private final Steps steps;
    private final EnrolmentChanges changes;
    private final Caller caller;
    private final AuditTrail audit;

    @Inject
    public JoinEnrolments(
            EntityManager entities,
            Enrolments enrolments,
            Steps steps,
            EnrolmentChanges changes,
            Caller caller,
            AuditTrail audit) {
        this.entities = entities;
        this.enrolments = enrolments;
        this.steps = steps;
        this.changes = changes;
        this.caller = caller;
        this.audit = audit;
    }

    /** One that was withdrawn, what it was, and whose open one. */
    public record Withdrawn(String enrolment, String was, String under) {}

    /** All that were withdrawn. */
    public record Before(List<Withdrawn> withdrawn) {}

    @Override
    public String room() {
        return "enrolment";
    }

    @Override
    public Look look(PersonId kept, PersonId dropped) {
        List<Enrolment> ofKept = enrolments.of(kept);
        List<Enrolment> ofDropped = enrolments.of(dropped);
        Collection<Enrolment> aside = aside(ofKept, ofDropped);
        List<Fate> fates = Stream.concat(ofKept.stream(), ofDropped.stream())
                .map(enrolment -> new Fate(
                        enrolment.id(),
                        enrolment.course(),
                        enrolment.person(),
                        aside.contains(enrolment)
                                ? Outcome.WITHDRAWN
                                : leads(enrolment, aside) ? Outcome.LEADS : Outcome.STAYS))
                .toList();
        return new Look(fates, List.of());
    }

    @Override
    public String join(PersonId kept, PersonId dropped, Instant now) {
        enrolments.lockAllOf(List.of(kept, dropped));
        List<Enrolment> ofDropped = enrolments.of(dropped);
        List<Withdrawn> withdrawn = new ArrayList<>();
        for (Enrolment enrolment : aside(enrolments.of(kept), ofDropped)) {
            PersonId under = ofDropped.contains(enrolment) ? dropped : kept;
            State was = enrolment.stepAside();
            withdrawn.add(new Withdrawn(enrolment.id().toString(), was.name(), under.toString()));
            changes.record(enrolment, EnrolmentChanges.What.MERGED, caller.person(), null, Map.of("was", was.word()));
            audit.record(
                    null,
                    "enrolment-withdrawn",
                    enrolment.id().toString(),
                    Map.of("reason", "merged", "institute", enrolment.institute()));
        }
        entities.flush();
        ofDropped.forEach(enrolment -> enrolment.openUnder(kept));
        lookAgainOverProgramme();
        return JsonText.of(new Before(withdrawn));
    }

    @Override
    public void part(PersonId kept, PersonId dropped, String before) {
        enrolments.lockAllOf(List.of(kept, dropped));
        enrolments.of(dropped).stream()
                .filter(enrolment -> enrolment.person().equals(dropped))
                .forEach(enrolment -> enrolment.openUnder(dropped));
        entities.flush();
        for (Withdrawn each : JsonText.read(before, Before.class).withdrawn()) {
            Enrolment enrolment = enrolments
                    .forUpdate(new EnrolmentId(UUID.fromString(each.enrolment())))
                    .orElseThrow();
            PersonId under = new PersonId(UUID.fromString(each.under()));
            if (enrolment.state() != State.WITHDRAWN || enrolments.isOpen(under, enrolment.course())) {
                throw new DomainException.Conflict("merge-built-upon");
            }
            enrolment.stepBack(State.valueOf(each.was()), under);
            entities.flush();
            changes.record(enrolment, EnrolmentChanges.What.PARTED, caller.person(), null, Map.of());
        }
    }

    /** Together the records may have met what neither had, and no further act would tell. */
    private void lookAgainOverProgramme() {
        entities.createNativeQuery("update award_search set after_enrolment = null, finished_at = null"
                        + " where search_key like 'programme/%'")
                .executeUpdate();
    }

    private static boolean leads(Enrolment enrolment, Collection<Enrolment> aside) {
        return (enrolment.isOpen() || enrolment.state() == State.COMPLETED)
                && aside.stream().anyMatch(other -> other.course().equals(enrolment.course()));
    }

    /** Those that make way, each for one of the other record in the same course. */
    private Collection<Enrolment> aside(List<Enrolment> ofKept, List<Enrolment> ofDropped) {
        List<Enrolment> aside = new ArrayList<>();
        for (String course : ofKept.stream().map(Enrolment::course).distinct().toList()) {
            Optional<Enrolment> openKept = open(ofKept, course);
            Optional<Enrolment> openDropped = open(ofDropped, course);
            boolean doneKept = isCompleted(ofKept, course);
            boolean doneDropped = isCompleted(ofDropped, course);
            if (openKept.isPresent() && openDropped.isPresent()) {
                aside.add(lessFar(openKept.get(), openDropped.get()));
            } else if (doneDropped && !doneKept) {
                openKept.ifPresent(aside::add);
            } else if (doneKept && !doneDropped) {
                openDropped.ifPresent(aside::add);
            }
        }
        return aside;
    }

    private Enrolment lessFar(Enrolment ofKept, Enrolment ofDropped) {
        Map<EnrolmentId, List<Step>> taken = steps.of(List.of(ofKept.id(), ofDropped.id()));
        Comparator<Enrolment> far = Comparator.<Enrolment>comparingLong(
                        enrolment -> taken.getOrDefault(enrolment.id(), List.of()).stream()
                                .filter(Step::isDone)
                                .count())
                .thenComparing(enrolment -> enrolment.state() == State.ACTIVE);
        return far.compare(ofDropped, ofKept) > 0 ? ofKept : ofDropped;
    }

    private static Optional<Enrolment> open(List<Enrolment> all, String course) {
        return all.stream()
                .filter(enrolment -> enrolment.isOpen() && enrolment.course().equals(course))
                .findFirst();
    }

    private static boolean isCompleted(List<Enrolment> all, String course) {
        return all.stream()
                .anyMatch(enrolment -> enrolment.state() == State.COMPLETED
                        && enrolment.course().equals(course));
    }
}
