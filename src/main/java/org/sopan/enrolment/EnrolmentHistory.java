package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.EnrolmentChanges.Change;
import org.sopan.identity.People;
import org.sopan.identity.Person;
import org.sopan.platform.Caller;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.PersonId;

/** What became of an enrolment, from the first day on, for its learner and those who look after its institute. */
@ApplicationScoped
public class EnrolmentHistory {
    private final Enrolments enrolments;
    private final EnrolmentChanges changes;
    private final People people;
    private final Caller caller;

    @Inject
    public EnrolmentHistory(Enrolments enrolments, EnrolmentChanges changes, People people, Caller caller) {
        this.enrolments = enrolments;
        this.changes = changes;
        this.people = people;
        this.caller = caller;
    }

    /** A change, with the name of who made it. */
    public record Entry(Change change, @Nullable Person by) {}

    @Transactional(Transactional.TxType.SUPPORTS)
    public List<Entry> of(EnrolmentId id) {
        Enrolment enrolment = enrolments.seenBy(caller, id);
        List<Change> all = new ArrayList<>();
        add(all, "enrolled", enrolment.enrolledAt());
        all.addAll(changes.of(id));
        add(all, "begun", enrolment.begunAt());
        add(all, "completed", enrolment.completedAt());
        all.sort(Comparator.comparing(Change::at));
        Map<PersonId, Person> known =
                people
                        .all(all.stream()
                                .map(Change::by)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Person::id, Function.identity()));
        return all.stream()
                .map(change -> new Entry(change, change.by() == null ? null : known.get(change.by())))
                .toList();
    }

    private static void add(List<Change> all, String what, @Nullable Instant at) {
        if (at != null) {
            all.add(new Change(what, null, Map.of(), null, at));
        }
    }
}
