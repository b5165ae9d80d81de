package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.sopan.enrolment.RosterLine.Decision;
import org.sopan.enrolment.RosterLine.Judged;
import org.sopan.enrolment.RosterPlan.Action;
import org.sopan.enrolment.RosterPlan.Counts;
import org.sopan.identity.People;
import org.sopan.shared.PersonId;

/** Says of every row of a plan what would happen, as people and answers stand now. */
@ApplicationScoped
public class SortRoster {
    private static final String PERSON = "person/";
    private final EntityManager entities;
    private final People people;
    private final RosterPeople rosterPeople;
    private final RosterRows rows;

    @Inject
    public SortRoster(EntityManager entities, People people, RosterPeople rosterPeople, RosterRows rows) {
        this.entities = entities;
        this.people = people;
        this.rosterPeople = rosterPeople;
        this.rows = rows;
    }

    /** The plan as it is afterwards; entities read before are no longer managed. */
    RosterPlan sort(RosterPlan plan) {
        entities.flush();
        List<ColumnNote> notes = plan.columns();
        RosterJudge judge = new RosterJudge(plan.institute(), notes, new LookAlikes(people.cards(plan.institute())));
        Map<Action, Integer> counts = new EnumMap<>(Action.class);
        rows.each(plan.id(), part -> {
            List<RosterRow> read = part.stream()
                    .map(line -> RosterRow.of(line.row(), line.cells(), notes))
                    .toList();
            KnownPeople known = known(part, read);
            List<Judged> judged = new ArrayList<>();
            for (int i = 0; i < part.size(); i++) {
                judged.add(judge.judge(part.get(i), read.get(i), known));
            }
            judged.forEach(row -> counts.merge(row.action(), 1, Integer::sum));
            rows.judge(plan.id(), judged);
            entities.clear();
        });
        RosterPlan sorted = Objects.requireNonNull(entities.find(RosterPlan.class, plan.id()));
        sorted.sorted(counts(counts));
        return sorted;
    }

    private KnownPeople known(List<RosterLine> part, List<RosterRow> read) {
        return rosterPeople.among(
                read,
                part.stream()
                        .filter(line -> line.decision() == Decision.same)
                        .map(RosterLine::decidedAbout)
                        .filter(about -> about != null && about.startsWith(PERSON))
                        .map(about -> new PersonId(UUID.fromString(about.substring(PERSON.length()))))
                        .toList());
    }

    private static Counts counts(Map<Action, Integer> counts) {
        return new Counts(
                counts.values().stream().mapToInt(Integer::intValue).sum(),
                counts.getOrDefault(Action.create, 0),
                counts.getOrDefault(Action.update, 0),
                counts.getOrDefault(Action.unchanged, 0),
                counts.getOrDefault(Action.undecided, 0),
                counts.getOrDefault(Action.rejected, 0),
                counts.getOrDefault(Action.left, 0));
    }
}
