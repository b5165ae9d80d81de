package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sopan.identity.People;
import org.sopan.identity.Person;
import org.sopan.identity.RoleHeld;
import org.sopan.identity.Roles;
import org.sopan.platform.Caller;
import org.sopan.platform.Identified;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException;
import org.sopan.shared.PersonId;

/**
 * Cohorts as those see them whom they concern: the host with the seats of all institutes, any other institute with its
 * own. Several are read with as many queries as one.
 */
@ApplicationScoped
public class ShowCohort {
    private final Enrolments enrolments;
    private final OrderDocuments documents;
    private final Roles roles;
    private final People people;
    private final Caller caller;

    @Inject
    public ShowCohort(Enrolments enrolments, OrderDocuments documents, Roles roles, People people, Caller caller) {
        this.enrolments = enrolments;
        this.documents = documents;
        this.roles = roles;
        this.people = people;
        this.caller = caller;
    }

    /** A cohort, and of its seats and people what the caller may know. */
    public record Seen(
            Cohort cohort,
            Map<String, Integer> seats,
            Map<String, Integer> taken,
            List<Person> facilitators,
            @Nullable Person contact,
            OrderDocuments.@Nullable Facts document,
            boolean mayChange) {}

    @Transactional
    public Seen show(CohortId id) {
        return seen(List.of(seen(id))).get(0);
    }

    @Transactional
    public List<Seen> list() {
        return seen(enrolments.cohorts().stream().filter(this::isSeen).toList());
    }

    /** The cohort, if it concerns the caller; else not found. */
    public Cohort seen(CohortId id) {
        return enrolments
                .cohort(id)
                .filter(this::isSeen)
                .orElseThrow(() -> new DomainException.NotFound("unknown-cohort"));
    }

    /** The same for who looks after its host; whom it concerns otherwise may not change it. */
    Cohort hosted(CohortId id) {
        Cohort cohort = seen(id);
        if (!caller.looksAfter(cohort.host())) {
            throw new DomainException.Forbidden("not-the-host");
        }
        return cohort;
    }

    /** The institutes whose people of a cohort the caller looks after; null means everybody's. */
    public @Nullable Set<String> own() {
        return caller.isAdministrator()
                ? null
                : caller.identified().map(Identified::coordinated).orElse(Set.of());
    }

    /** The institutes whose people of this cohort the caller may read; null means everybody's. */
    @Nullable
    Set<String> read(Cohort cohort) {
        if (caller.isAdministrator() || caller.facilitates(cohort.id())) {
            return null;
        }
        Set<String> read = new HashSet<>();
        caller.identified().ifPresent(who -> {
            read.addAll(who.coordinated());
            read.addAll(who.viewed());
        });
        return read;
    }

    private boolean isSeen(Cohort cohort) {
        return caller.isAdministrator()
                || caller.facilitates(cohort.id())
                || caller.identified().stream()
                        .flatMap(who -> Stream.concat(who.coordinated().stream(), who.viewed().stream()))
                        .anyMatch(cohort::concerns);
    }

    private List<Seen> seen(List<Cohort> cohorts) {
        List<CohortId> ids = cohorts.stream().map(Cohort::id).toList();
        Map<CohortId, Map<String, Integer>> taken = enrolments.taken(ids);
        Map<CohortId, OrderDocuments.Facts> orders = documents.of(ids);
        List<RoleHeld> facilitators = roles.facilitatorsOf(ids);
        List<RoleHeld> coordinators = roles.coordinatorsOf(
                cohorts.stream().map(Cohort::host).distinct().toList());
        Map<PersonId, Person> known = known(coordinators, facilitators);
        return cohorts.stream()
                .map(cohort -> new Seen(
                        cohort,
                        own(cohort, cohort.seats()),
                        own(cohort, taken.getOrDefault(cohort.id(), Map.of())),
                        facilitators.stream()
                                .filter(held -> cohort.id().equals(held.cohort()))
                                .map(held -> known.get(held.person()))
                                .toList(),
                        contact(cohort, coordinators, known),
                        orders.get(cohort.id()),
                        caller.looksAfter(cohort.host())))
                .toList();
    }

    /** Whoever opened it or took over, while she looks after its host; else another who does, if anybody does. */
    private static @Nullable Person contact(Cohort cohort, List<RoleHeld> coordinators, Map<PersonId, Person> known) {
        return coordinators.stream()
                .filter(held -> cohort.host().equals(held.organization()))
                .map(held -> known.get(held.person()))
                .filter(person -> person != null && person.isActive())
                .min(Comparator.comparing((Person person) -> !person.id().equals(cohort.contact()))
                        .thenComparing(person -> !person.hasSignedUp()))
                .orElse(null);
    }

    private Map<PersonId, Person> known(List<RoleHeld> coordinators, List<RoleHeld> facilitators) {
        List<PersonId> named = Stream.concat(coordinators.stream(), facilitators.stream())
                .map(RoleHeld::person)
                .distinct()
                .toList();
        return people.all(named).stream()
                .collect(Collectors.toMap(Person::id, Function.identity(), (one, same) -> one, java.util.HashMap::new));
    }

    private Map<String, Integer> own(Cohort cohort, Map<String, Integer> perInstitute) {
        boolean whole = caller.reads(cohort.host()) || caller.facilitates(cohort.id());
        Predicate<String> told = institute -> whole || caller.reads(institute);
        Map<String, Integer> own = new TreeMap<>();
        perInstitute.forEach((institute, number) -> {
            if (told.test(institute)) {
                own.put(institute, number);
            }
        });
        return own;
    }
}
