package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.RosterPlan.Action;
import org.sopan.enrolment.RosterPlan.PlannedRow;
import org.sopan.enrolment.RosterRow.CellError;
import org.sopan.identity.People;
import org.sopan.identity.Person;
import org.sopan.organization.Organizations;
import org.sopan.platform.Caller;
import org.sopan.platform.Randomness;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException;
import org.sopan.shared.PersonId;

/** Reads a whole roster and tells for each row what would happen. Writes nothing but the plan. */
@ApplicationScoped
public class PlanRoster {
    private static final Duration LIFE = Duration.ofHours(24);
    private final EntityManager entities;
    private final People people;
    private final Enrolments enrolments;
    private final Organizations organizations;
    private final Caller caller;
    private final Randomness randomness;
    private final Clock clock;

    @Inject
    public PlanRoster(
            EntityManager entities,
            People people,
            Enrolments enrolments,
            Organizations organizations,
            Caller caller,
            Randomness randomness,
            Clock clock) {
        this.entities = entities;
        this.people = people;
        this.enrolments = enrolments;
        this.organizations = organizations;
        this.caller = caller;
        this.randomness = randomness;
        this.clock = clock;
    }

    @Transactional
    public RosterPlan plan(String institute, @Nullable CohortId cohort, byte[] csv) {
        if (!caller.looksAfter(institute)) {
            throw new DomainException.NotFound("unknown-organization");
        }
        organizations.institute(institute);
        if (cohort != null
                && enrolments
                        .cohort(cohort)
                        .filter(found -> found.concerns(institute))
                        .isEmpty()) {
            throw new DomainException.NotFound("unknown-cohort");
        }
        Roster roster = Roster.of(csv);
        RosterPlan plan = new RosterPlan(
                randomness.id(),
                institute,
                cohort,
                caller.person(),
                clock.instant().plus(LIFE),
                sort(roster, institute));
        entities.persist(plan);
        return plan;
    }

    private RosterPlan.Content sort(Roster roster, String institute) {
        Known known = known(roster.rows());
        Set<String> seen = new HashSet<>();
        List<PlannedRow> accepted = new ArrayList<>();
        List<CellError> errors = new ArrayList<>(roster.tooLong());
        Set<Integer> spoilt = new HashSet<>();
        roster.tooLong().forEach(error -> spoilt.add(error.row()));
        for (RosterRow row : roster.rows()) {
            List<CellError> wrong = new ArrayList<>(row.errors());
            if (wrong.isEmpty()) {
                wrong.addAll(known.errors(row, institute));
                wrong.addAll(repeated(row, seen));
            }
            errors.addAll(wrong);
            if (wrong.isEmpty() && !spoilt.contains(row.row())) {
                accepted.add(planned(row, known.byEmail.get(row.address())));
            }
        }
        return new RosterPlan.Content(roster.rows().size(), accepted, errors);
    }

    private static List<CellError> repeated(RosterRow row, Set<String> seen) {
        List<CellError> errors = new ArrayList<>();
        if (!seen.add("email/" + row.address())) {
            errors.add(new CellError(row.row(), "email", "duplicate"));
        }
        if (row.serviceId() != null && !seen.add("id/" + row.serviceId())) {
            errors.add(new CellError(row.row(), "service_id", "duplicate"));
        }
        return errors;
    }

    private static PlannedRow planned(RosterRow row, @Nullable Person person) {
        if (person == null) {
            return new PlannedRow(row, Action.create, null, null);
        }
        Action action = wouldChange(person, row.profile()) ? Action.update : Action.unchanged;
        return new PlannedRow(row, action, person.id().toString(), person.version());
    }

    private static boolean wouldChange(Person person, Person.Profile wished) {
        Person trial = new Person(person.id(), person.email(), person.profile(), null, person.createdAt());
        return trial.revise(wished);
    }

    private Known known(List<RosterRow> rows) {
        List<Person> found = people.among(
                rows.stream().map(RosterRow::address).toList(),
                rows.stream().map(RosterRow::serviceId).filter(Objects::nonNull).toList());
        return new Known(found, people.staffAmong(found.stream().map(Person::id).toList()));
    }

    /** Those of the roster's people who are known already, by e-mail and by service id. */
    private static final class Known {
        private final Map<String, Person> byEmail = new HashMap<>();
        private final Map<String, Person> byServiceId = new HashMap<>();
        private final Set<PersonId> staff;

        Known(List<Person> people, List<PersonId> staff) {
            this.staff = Set.copyOf(staff);
            for (Person person : people) {
                byEmail.put(person.email(), person);
                Optional.ofNullable(person.serviceId()).ifPresent(id -> byServiceId.put(id, person));
            }
        }

        /** Of another institute's people nothing is told beyond that they are known. */
        List<CellError> errors(RosterRow row, String institute) {
            List<CellError> errors = new ArrayList<>();
            Person same = byEmail.get(row.address());
            if (same != null && staff.contains(same.id()) && institute.equals(same.organization())) {
                errors.add(new CellError(row.row(), "email", "staff"));
            } else if (same != null && !institute.equals(same.organization())) {
                errors.add(new CellError(row.row(), "email", "known-elsewhere"));
            }
            Person holder = row.serviceId() == null ? null : byServiceId.get(row.serviceId());
            if (holder != null && !holder.equals(same)) {
                boolean own = institute.equals(holder.organization());
                errors.add(new CellError(row.row(), "service_id", own ? "service-id-taken" : "known-elsewhere"));
            }
            return errors;
        }
    }
}
