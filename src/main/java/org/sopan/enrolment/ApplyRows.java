package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.RosterActs.Act;
import org.sopan.enrolment.RosterActs.Kind;
import org.sopan.identity.FieldChange;
import org.sopan.identity.Invite;
import org.sopan.identity.People;
import org.sopan.identity.Person;
import org.sopan.platform.JsonText;
import org.sopan.platform.Randomness;
import org.sopan.platform.Role;
import org.sopan.platform.Settings;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.PersonId;

/**
 * Applies a part of a plan's rows and records each act. The number of statements grows with the parts alone: people and
 * enrolments are written past the entity manager, many at a time.
 */
@ApplicationScoped
public class ApplyRows {
    private final EntityManager entities;
    private final People people;
    private final Enrolments enrolments;
    private final ManyEnrolments manyEnrolments;
    private final Invite invite;
    private final RosterActs acts;
    private final Settings settings;
    private final Randomness randomness;
    private final Clock clock;

    @Inject
    public ApplyRows(
            EntityManager entities,
            People people,
            Enrolments enrolments,
            ManyEnrolments manyEnrolments,
            Invite invite,
            RosterActs acts,
            Settings settings,
            Randomness randomness,
            Clock clock) {
        this.entities = entities;
        this.people = people;
        this.enrolments = enrolments;
        this.manyEnrolments = manyEnrolments;
        this.invite = invite;
        this.acts = acts;
        this.settings = settings;
        this.randomness = randomness;
        this.clock = clock;
    }

    /** The changes a plan's row made to a person, kept to be taken back. */
    public record Changes(List<FieldChange> changes) {
        public Changes {
            changes = changes == null ? List.of() : List.copyOf(changes);
        }
    }

    /** What one application has done so far. */
    static final class Run {
        private final RosterPlan plan;
        private final @Nullable Cohort cohort;
        private final List<String> courses;
        private final List<ColumnNote> notes;
        private final Set<PersonId> accepted = new HashSet<>();
        private final List<Integer> stale = new ArrayList<>();
        private List<EnrolmentId> enrolledLast = List.of();
        private int created;
        private int updated;
        private int enrolled;
        private int recorded;

        Run(RosterPlan plan, @Nullable Cohort cohort, List<String> courses) {
            this.plan = plan;
            this.cohort = cohort;
            this.courses = courses;
            this.notes = plan.columns();
        }

        Set<PersonId> accepted() {
            return accepted;
        }

        List<Integer> stale() {
            return stale;
        }

        List<EnrolmentId> enrolledLast() {
            return enrolledLast;
        }

        int created() {
            return created;
        }

        int updated() {
            return updated;
        }

        int enrolled() {
            return enrolled;
        }

        int done() {
            return accepted.size();
        }
    }

    /** Once a row is found stale, nothing more is done but to find the others: the transaction will be refused. */
    void apply(List<RosterLine> part, Run run) {
        run.enrolledLast = List.of();
        Map<RosterLine, RosterRow> read = new LinkedHashMap<>();
        part.stream()
                .filter(line -> line.action().isAccepted())
                .forEach(line -> read.put(line, RosterRow.of(line.row(), line.cells(), run.notes)));
        Now now = now(read);
        read.forEach((line, row) -> {
            if (now.isStale(line, row)) {
                run.stale.add(line.row());
            }
        });
        if (!run.stale.isEmpty()) {
            return;
        }
        Part done = new Part();
        read.forEach((line, row) -> person(line, row, now, run, done));
        people.addAll(done.created);
        people.saveAll(done.updated);
        people.grantNew(done.created.stream().map(Person::id).toList(), Role.LEARNER, run.plan.institute());
        done.rows.keySet().forEach(person -> run.accepted.add(person.id()));
        enrol(run, done);
        invite(run, done);
        acts.record(run.plan.id(), run.recorded, done.acts);
        run.recorded += done.acts.size();
    }

    /** What is done to the people of a part, with the row of each. */
    private static final class Part {
        private final Map<Person, Integer> rows = new LinkedHashMap<>();
        private final List<Person> created = new ArrayList<>();
        private final List<Person> updated = new ArrayList<>();
        private final List<Act> acts = new ArrayList<>();
    }

    /** The people of a part as they are now. */
    private record Now(Map<String, Person> byEmail, Map<String, Person> byServiceId, Map<UUID, Person> byId) {
        boolean isStale(RosterLine line, RosterRow row) {
            Person planned = line.person() == null ? null : byId.get(line.person());
            boolean gone = line.person() != null
                    && (planned == null || !Long.valueOf(planned.version()).equals(line.version()));
            return gone
                    || isOther(byEmail.get(row.address()), planned)
                    || isOther(row.serviceId() == null ? null : byServiceId.get(row.serviceId()), planned);
        }

        private static boolean isOther(@Nullable Person holder, @Nullable Person planned) {
            return holder != null && !holder.equals(planned);
        }
    }

    private Now now(Map<RosterLine, RosterRow> read) {
        List<Person> found = new ArrayList<>(people.among(
                read.values().stream().map(RosterRow::address).toList(),
                read.values().stream()
                        .map(RosterRow::serviceId)
                        .filter(Objects::nonNull)
                        .toList()));
        found.addAll(people.all(read.keySet().stream()
                .map(RosterLine::person)
                .filter(Objects::nonNull)
                .map(PersonId::new)
                .toList()));
        Now now = new Now(new HashMap<>(), new HashMap<>(), new HashMap<>());
        for (Person person : found) {
            now.byEmail.put(person.email(), person);
            now.byId.put(person.id().value(), person);
            if (person.serviceId() != null) {
                now.byServiceId.put(person.serviceId(), person);
            }
        }
        entities.clear();
        return now;
    }

    private void person(RosterLine line, RosterRow row, Now now, Run run, Part done) {
        Person known = line.person() == null ? null : now.byId.get(line.person());
        if (known == null) {
            Person person = new Person(
                    new PersonId(randomness.id()), row.address(), row.profile(), run.plan.institute(), clock.instant());
            done.created.add(person);
            done.rows.put(person, line.row());
            done.acts.add(new Act(line.row(), Kind.created, Long.toString(Person.FIRST_VERSION), person.id(), null));
            run.created++;
            return;
        }
        done.rows.put(known, line.row());
        List<FieldChange> changes = known.changes(row.profile());
        if (!changes.isEmpty()) {
            known.revise(row.profile());
            done.updated.add(known);
            done.acts.add(new Act(line.row(), Kind.updated, "", known.id(), JsonText.of(new Changes(changes))));
            run.updated++;
        }
    }

    private void enrol(Run run, Part done) {
        List<PersonId> ids = done.rows.keySet().stream().map(Person::id).toList();
        List<Enrolment> made = new ArrayList<>();
        for (String course : run.courses) {
            Set<PersonId> already = new HashSet<>(enrolments.everAmong(ids, course));
            done.rows.forEach((person, row) -> {
                if (!already.contains(person.id())) {
                    EnrolmentId id = new EnrolmentId(randomness.id());
                    made.add(new Enrolment(id, person.id(), course, run.cohort, run.plan.institute(), clock.instant()));
                    done.acts.add(new Act(row, Kind.enrolled, id.toString(), person.id(), null));
                }
            });
        }
        manyEnrolments.add(made);
        run.enrolled += made.size();
        run.enrolledLast = made.stream().map(Enrolment::id).toList();
    }

    private void invite(Run run, Part done) {
        List<Person> invited = done.rows.keySet().stream()
                .filter(person -> !person.hasSignedUp())
                .toList();
        Map<PersonId, Integer> places = new HashMap<>();
        done.rows.forEach((person, row) -> places.put(person.id(), row));
        invite.send(invited, "roster/" + run.plan.id(), clock.instant().plus(settings.rosterUndo()))
                .forEach(sent -> done.acts.add(new Act(
                        Objects.requireNonNull(places.get(sent.person())),
                        Kind.invited,
                        sent.link(),
                        sent.person(),
                        sent.once())));
    }
}
