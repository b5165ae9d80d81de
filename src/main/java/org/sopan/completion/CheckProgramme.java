package org.sopan.completion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sopan.course.AwardRule;
import org.sopan.course.Catalogue;
import org.sopan.course.Programme;
import org.sopan.enrolment.Enrolment;
import org.sopan.identity.People;
import org.sopan.identity.Person;
import org.sopan.platform.Randomness;
import org.sopan.shared.PersonId;

/** Decides whether an act in one course met the last condition of an award over the whole programme. */
@ApplicationScoped
public class CheckProgramme {
    private final Catalogue catalogue;
    private final People people;
    private final Standings standings;
    private final Awards awards;
    private final Event<AwardMet> met;
    private final Randomness randomness;

    @Inject
    public CheckProgramme(
            Catalogue catalogue,
            People people,
            Standings standings,
            Awards awards,
            Event<AwardMet> met,
            Randomness randomness) {
        this.catalogue = catalogue;
        this.people = people;
        this.standings = standings;
        this.awards = awards;
        this.met = met;
        this.randomness = randomness;
    }

    /** After an act in this enrolment, which is locked; also of one that is completed, where optional modules count. */
    void check(Enrolment enrolment, Instant now) {
        check(enrolment, now, false);
    }

    /** Looks at someone who may have met an award before it was declared, by the act that came last. */
    void look(PersonId person) {
        standings.ofAllRecords(people.current(person).map(Person::id).orElse(person)).stream()
                .filter(standing -> lastAct(standing) != null)
                .max(Comparator.comparing(standing -> Objects.requireNonNull(lastAct(standing))))
                .ifPresent(standing -> check(standing.enrolment(), Objects.requireNonNull(lastAct(standing)), true));
    }

    private static @Nullable Instant lastAct(Standing standing) {
        return standing.steps().stream()
                .map(Standing.CourseStep::doneAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private void check(Enrolment last, Instant now, boolean afterwards) {
        Programme programme = catalogue.programme().orElse(null);
        if (programme == null
                || programme.awards().isEmpty()
                || !programme.courses().contains(last.course())) {
            return;
        }
        PersonId owner = people.current(last.person()).map(Person::id).orElse(last.person());
        awards.takeTurn(owner);
        Set<String> before =
                awards.metOverProgramme(people.records(Set.of(owner)).keySet());
        List<AwardRule> open = programme.awards().stream()
                .filter(rule -> !before.contains(rule.kind()))
                .toList();
        if (open.isEmpty()) {
            return;
        }
        List<Standing> all = standings.ofAllRecords(owner);
        for (AwardRule rule : open) {
            ProgrammeStanding standing =
                    new ProgrammeStanding(programme, rule, last.institute(), all, catalogue::current);
            if (standing.isMet()) {
                Award award = Award.ofProgramme(
                        randomness.id(),
                        rule.kind(),
                        owner,
                        last,
                        programme.release(),
                        Evidence.of(standing.conditions()),
                        standing.minutes(),
                        now);
                awards.add(award);
                met.fire(new AwardMet(award, rule, afterwards));
            }
        }
    }
}
