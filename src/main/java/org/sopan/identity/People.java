package org.sopan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.Batches;
import org.sopan.platform.Randomness;
import org.sopan.platform.Role;
import org.sopan.shared.CohortId;
import org.sopan.shared.PersonId;

/** All people and the roles they hold. */
@ApplicationScoped
public class People {
    /** The version of a record that was just added. */
    public static final long FIRST_VERSION = 1;

    private final EntityManager entities;
    private final Batches batches;
    private final PersonRows rows;
    private final Randomness randomness;

    @Inject
    public People(EntityManager entities, Batches batches, Randomness randomness) {
        this.entities = entities;
        this.batches = batches;
        this.rows = new PersonRows(batches);
        this.randomness = randomness;
    }

    public void add(Person person) {
        entities.persist(person);
    }

    /** Adds many in a few statements. They are written as they are now; later changes to these objects are not. */
    public void addAll(Collection<Person> added) {
        rows.insert(added);
    }

    /**
     * Writes what is changed in many in a few statements. The objects must not be managed any more, else each is written
     * a second time by itself.
     *
     * @throws jakarta.persistence.OptimisticLockException if someone else changed one of them since it was read
     */
    public void saveAll(Collection<Person> changed) {
        rows.update(changed);
    }

    public Optional<Person> find(PersonId id) {
        return Optional.ofNullable(entities.find(Person.class, id.value()));
    }

    /** The person, locked until the transaction ends. */
    Optional<Person> locked(PersonId id) {
        return Optional.ofNullable(entities.find(Person.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    /** The person, or where the record was joined to another, that one. */
    public Optional<Person> current(PersonId id) {
        return find(id).flatMap(person -> {
            PersonId kept = person.mergedInto();
            return kept == null ? Optional.of(person) : find(kept);
        });
    }

    /** The same for many, by the record that was asked for; two queries. */
    public Map<PersonId, Person> current(Collection<PersonId> ids) {
        Map<PersonId, Person> found = new HashMap<>();
        all(Set.copyOf(ids)).forEach(person -> found.put(person.id(), person));
        List<PersonId> kept = found.values().stream()
                .map(Person::mergedInto)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<PersonId, Person> owners = new HashMap<>();
        all(kept).forEach(person -> owners.put(person.id(), person));
        found.replaceAll((id, person) -> {
            PersonId owner = person.mergedInto();
            return owner == null ? person : owners.getOrDefault(owner, person);
        });
        return found;
    }

    /** The records that were joined to this one. */
    List<Person> aliasesOf(PersonId person) {
        return entities.createQuery("select p from Person p where p.mergedInto = :person order by p.id", Person.class)
                .setParameter("person", person)
                .getResultList();
    }

    /** Each of these people, and each record that was joined to one of them, with whose it is. */
    public Map<PersonId, PersonId> records(Collection<PersonId> asked) {
        Map<PersonId, PersonId> owners = new HashMap<>();
        asked.forEach(person -> owners.put(person, person));
        listed(asked, "p.mergedInto in :listed").forEach(alias -> owners.put(alias.id(), alias.mergedInto()));
        return owners;
    }

    public Optional<Person> byEmail(String email) {
        return entities.createQuery("select p from Person p where p.email = :email", Person.class)
                .setParameter("email", Person.normalized(email))
                .getResultStream()
                .findFirst();
    }

    /** People from before names had a sort key. */
    List<Person> unsorted() {
        return entities.createQuery("select p from Person p where p.sortBn = ''", Person.class)
                .getResultList();
    }

    /** Those among these e-mails and service ids who are known; the queries do not grow with them but by chunks. */
    public List<Person> among(Collection<String> emails, Collection<String> serviceIds) {
        Set<Person> found = new LinkedHashSet<>();
        found.addAll(listed(emails, "p.email in :listed"));
        found.addAll(listed(serviceIds, "p.serviceId in :listed"));
        return List.copyOf(found);
    }

    private List<Person> listed(Collection<?> values, String condition) {
        return Batches.listed(List.copyOf(values), chunk -> entities.createQuery(
                        "select p from Person p where " + condition, Person.class)
                .setParameter("listed", chunk)
                .getResultList());
    }

    /** All of an institute's people but those erased, each on a card; one query. */
    public List<PersonCard> cards(String institute) {
        return cards(institute, Instant.EPOCH);
    }

    /** Those of them who were added since. */
    public List<PersonCard> cards(String institute, Instant since) {
        return entities.createQuery(
                        "select new org.sopan.identity.PersonCard(p.id, p.email, p.nameEn, p.nameBn,"
                                + " p.designationEn, p.designationBn, p.phone, p.serviceId, p.mergedInto)"
                                + " from Person p where p.organization = :institute and p.createdAt >= :since"
                                + " and p.erasedAt is null order by p.createdAt, p.id",
                        PersonCard.class)
                .setParameter("institute", institute)
                .setParameter("since", since)
                .getResultList();
    }

    /** The same as found, each locked until the transaction ends; in the order of their ids. */
    public List<Person> locked(Collection<PersonId> ids) {
        List<UUID> sorted = ids.stream()
                .map(PersonId::value)
                .sorted(Comparator.comparing(UUID::toString))
                .toList();
        return Batches.listed(sorted, chunk -> entities.createQuery(
                        "select p from Person p where p.id in :ids order by p.id", Person.class)
                .setParameter("ids", chunk)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList());
    }

    /** Removes people who never signed in and whom nothing else names: their roles, links and records. */
    public void remove(Collection<PersonId> ids) {
        List<@Nullable Object[]> rows =
                ids.stream().map(id -> new @Nullable Object[] {id.value()}).toList();
        for (String table : List.of("role_held", "one_time_link", "session_token")) {
            batches.execute("delete from " + table + " where person = ?", rows);
        }
        batches.execute("delete from person where id = ?", rows);
    }

    public List<Person> all(Collection<PersonId> ids) {
        return listed(ids.stream().map(PersonId::value).toList(), "p.id in :listed");
    }

    /** Grants a role for an organization, or for all where none is named; holding it already changes nothing. */
    public void grant(PersonId person, Role role, @Nullable String organization) {
        grant(person, role, organization, null);
    }

    /** Grants the role of a facilitator of this cohort. */
    public void grantFor(PersonId person, CohortId cohort) {
        grant(person, Role.FACILITATOR, null, cohort);
    }

    private void grant(PersonId person, Role role, @Nullable String organization, @Nullable CohortId cohort) {
        String key = RoleHeld.heldKey(person, role, organization, cohort);
        boolean held = !entities.createQuery("select r from RoleHeld r where r.heldKey = :key", RoleHeld.class)
                .setParameter("key", key)
                .getResultList()
                .isEmpty();
        if (!held) {
            entities.persist(new RoleHeld(randomness.id(), person, role, organization, cohort));
        }
    }

    /** The same for people who were added just now and can hold nothing yet. */
    public void grantNew(Collection<PersonId> people, Role role, @Nullable String organization) {
        batches.execute(
                "insert into role_held (id, person, role, organization, held_key) values (?, ?, ?, ?, ?)",
                people.stream()
                        .map(person -> new @Nullable Object[] {
                            randomness.id(),
                            person.value(),
                            role.name(),
                            organization,
                            RoleHeld.heldKey(person, role, organization, null)
                        })
                        .toList());
    }

    public List<RoleHeld> rolesOf(PersonId person) {
        return entities.createQuery(
                        "select r from RoleHeld r where r.person = :person order by r.heldKey", RoleHeld.class)
                .setParameter("person", person)
                .getResultList();
    }

    /** The learner moves along; what else was held for the old institute ends. True when something did. */
    boolean moveRoles(PersonId person, String from, String to) {
        boolean staff = false;
        for (RoleHeld held : rolesOf(person)) {
            if (from.equals(held.organization())) {
                entities.remove(held);
                if (held.role() == Role.LEARNER) {
                    grant(person, Role.LEARNER, to);
                } else {
                    staff = true;
                }
            }
        }
        return staff;
    }

    /** Those of these people who hold a role other than learner. */
    public List<PersonId> staffAmong(Collection<PersonId> people) {
        return Batches.listed(people, chunk -> entities.createQuery(
                        "select distinct r.person from RoleHeld r where r.role <> :learner and r.person in :people",
                        PersonId.class)
                .setParameter("learner", Role.LEARNER)
                .setParameter("people", chunk)
                .getResultList());
    }

    public boolean anyAdministratorCanSignIn() {
        Object administrators = entities.createNativeQuery("select count(*) from person p"
                        + " join role_held r on r.person = p.id where r.role = 'ADMINISTRATOR' and p.active"
                        + " and p.password_hash is not null")
                .getSingleResult();
        return ((Number) administrators).intValue() > 0;
    }
}
