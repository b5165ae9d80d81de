package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
 * Applies a part of a plan's rows that were checked, and records each act. The number of statements grows with the parts alone: people and
 * enrolments are written past the entity manager, many at a time.
 */
@ApplicationScoped
public class ApplyRows {
    private final EntityManager entities;
    private final People people;
    private final ManyEnrolments enrolments;
    private final Invite invite;
    private final RosterActs acts;
    private final Settings settings;
    private final Randomness randomness;
    private final Clock clock;

    @Inject
    public ApplyRows(
            EntityManager entities,
            People people,
            ManyEnrolments enrolments,
            Invite invite,
            RosterActs acts,
            Settings settings,
            Randomness randomness,
            Clock clock) {
        this.entities = entities;
        this.people = people;
        this.enrolments = enrolments;
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
        private final CheckRows.Checked checked;
        private final List<ColumnNote> notes;
        private final Set<PersonId> accepted = new HashSet<>();
        private List<EnrolmentId> enrolledLast = List.of();
        private int created;
        private int updated;
        private int enrolled;
        private int recorded;

        Run(RosterPlan plan, @Nullable Cohort cohort, List<String> courses, CheckRows.Checked checked) {
            this.plan = plan;
            this.cohort = cohort;
            this.courses = courses;
            this.checked = checked;
            this.notes = plan.columns();
        }

        Set<PersonId> accepted() {
            return accepted;
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

    void apply(List<RosterLine> part, Run run) {
        Set<RosterLine> accepted = new LinkedHashSet<>(
                part.stream().filter(line -> line.action().isAccepted()).toList());
        Map<UUID, Person> known = new HashMap<>();
        people.all(CheckRows.people(accepted))
                .forEach(person -> known.put(person.id().value(), person));
        entities.clear();
        Part done = new Part();
        accepted.forEach(line -> person(line, line.person() == null ? null : known.get(line.person()), run, done));
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

    private void person(RosterLine line, @Nullable Person known, Run run, Part done) {
        if (line.person() == null) {
            RosterRow row = RosterRow.of(line.row(), line.cells(), run.notes);
            Person person = new Person(
                    new PersonId(randomness.id()), row.address(), row.profile(), run.plan.institute(), clock.instant());
            done.created.add(person);
            done.rows.put(person, line.row());
            done.acts.add(new Act(line.row(), Kind.created, Long.toString(People.FIRST_VERSION), person.id(), null));
            run.created++;
            return;
        }
        if (known == null || !line.isAsPlanned(known)) {
            throw new OptimisticLockException("someone was changed while the plan was applied");
        }
        done.rows.put(known, line.row());
        List<FieldChange> changes = line.verdict().changes();
        if (!changes.isEmpty()) {
            known.apply(changes);
            done.updated.add(known);
            done.acts.add(new Act(line.row(), Kind.updated, "", known.id(), JsonText.of(new Changes(changes))));
            run.updated++;
        }
    }

    private void enrol(Run run, Part done) {
        List<Enrolment> made = new ArrayList<>();
        for (String course : run.courses) {
            done.rows.forEach((person, row) -> {
                if (!run.checked.isEnrolled(person.id(), course)) {
                    EnrolmentId id = new EnrolmentId(randomness.id());
                    made.add(new Enrolment(id, person.id(), course, run.cohort, run.plan.institute(), clock.instant()));
                    done.acts.add(new Act(row, Kind.enrolled, id.toString(), person.id(), null));
                }
            });
        }
        enrolments.add(made);
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
