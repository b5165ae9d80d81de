package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sopan.identity.Person;
import org.sopan.shared.PersonId;

/**
 * Looks through a whole plan before anything of it is applied: whether its people are still as they were, and who is
 * enrolled already. All that is looked up is looked up here, before the tables grow: in a long transaction PostgreSQL
 * keeps to plans that it made for small ones.
 */
@ApplicationScoped
public class CheckRows {
    private final EntityManager entities;
    private final RosterRows rows;
    private final RosterPeople people;
    private final Enrolments enrolments;

    @Inject
    public CheckRows(EntityManager entities, RosterRows rows, RosterPeople people, Enrolments enrolments) {
        this.entities = entities;
        this.rows = rows;
        this.people = people;
        this.enrolments = enrolments;
    }

    /**
     * What was found.
     *
     * @param stale rows whose people changed since they were planned
     * @param already by course, the known people who are open in it or have completed it
     */
    record Checked(List<Integer> stale, Map<String, Set<PersonId>> already) {
        boolean isEnrolled(PersonId person, String course) {
            return already.getOrDefault(course, Set.of()).contains(person);
        }
    }

    Checked check(RosterPlan plan, List<String> courses) {
        Checked checked = new Checked(new ArrayList<>(), new HashMap<>());
        List<ColumnNote> notes = plan.columns();
        LookAlikes added = people.addedSince(plan);
        rows.each(plan.id(), part -> {
            part(part, notes, courses, added, checked);
            entities.clear();
        });
        return checked;
    }

    private void part(
            List<RosterLine> part, List<ColumnNote> notes, List<String> courses, LookAlikes added, Checked checked) {
        Map<RosterLine, RosterRow> read = new LinkedHashMap<>();
        part.stream()
                .filter(line -> line.action().isAccepted())
                .forEach(line -> read.put(line, RosterRow.of(line.row(), line.cells(), notes)));
        List<PersonId> ids = people(read.keySet());
        KnownPeople known = people.among(read.values(), ids);
        read.forEach((line, row) -> {
            if (isStale(line, row, known) || line.person() == null && wouldBeAsked(line, row, added)) {
                checked.stale().add(line.row());
            }
        });
        courses.forEach(course -> checked.already()
                .computeIfAbsent(course, any -> new HashSet<>())
                .addAll(enrolments.everAmong(ids, course)));
    }

    static List<PersonId> people(Set<RosterLine> lines) {
        return lines.stream()
                .map(RosterLine::person)
                .filter(Objects::nonNull)
                .map(PersonId::new)
                .toList();
    }

    /** Whether the row is about someone else by now, or would change something else than its plan says. */
    private static boolean isStale(RosterLine line, RosterRow row, KnownPeople known) {
        Person planned = known.record(line.person());
        if (isOther(known.withAddress(row), planned) || isOther(known.holderOfServiceId(row), planned)) {
            return true;
        }
        return line.person() != null
                && (planned == null
                        || known.isStaff(planned)
                        || !line.isAsPlanned(planned)
                        || !planned.changes(known.wish(row, planned).profile())
                                .equals(line.verdict().changes()));
    }

    /** Whether somebody was added since who may be the one whom the row would add; who was asked about is not again. */
    private static boolean wouldBeAsked(RosterLine line, RosterRow row, LookAlikes added) {
        RosterLine.Question question = added.question(row);
        return question != null && !question.about().equals(line.decidedAbout());
    }

    private static boolean isOther(@Nullable Person holder, @Nullable Person planned) {
        return holder != null && !holder.equals(planned);
    }
}
