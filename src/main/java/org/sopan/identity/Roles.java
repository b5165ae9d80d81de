package org.sopan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.Randomness;
import org.sopan.platform.Role;
import org.sopan.shared.CohortId;
import org.sopan.shared.Page;
import org.sopan.shared.PersonId;

/** The roles that are held, beside those of learners: who looks after, reads, assesses and administers what. */
@ApplicationScoped
public class Roles {
    private final EntityManager entities;
    private final Randomness randomness;

    @Inject
    public Roles(EntityManager entities, Randomness randomness) {
        this.entities = entities;
        this.randomness = randomness;
    }

    /** A role, and whether this call granted it. */
    record Held(RoleHeld role, boolean isNew) {}

    /** Has the person, who is locked meanwhile, hold the role; holding it already changes nothing. */
    Held hold(PersonId person, Role role, @Nullable String organization, @Nullable CohortId cohort) {
        entities.flush();
        entities.find(Person.class, person.value(), LockModeType.PESSIMISTIC_WRITE);
        Optional<RoleHeld> held = entities.createQuery(
                        "select r from RoleHeld r where r.heldKey = :key", RoleHeld.class)
                .setParameter("key", RoleHeld.heldKey(person, role, organization, cohort))
                .getResultStream()
                .findFirst();
        if (held.isPresent()) {
            return new Held(held.get(), false);
        }
        RoleHeld granted = new RoleHeld(randomness.id(), person, role, organization, cohort);
        entities.persist(granted);
        return new Held(granted, true);
    }

    Optional<RoleHeld> find(UUID id) {
        return Optional.ofNullable(entities.find(RoleHeld.class, id));
    }

    /** All who hold this role there, locked: whoever counts them before taking one away comes after the other. */
    List<RoleHeld> locked(Role role, @Nullable String organization) {
        TypedQuery<RoleHeld> query = entities.createQuery(
                "select r from RoleHeld r where r.role = :role"
                        + (organization == null ? "" : " and r.organization = :organization") + " order by r.id",
                RoleHeld.class);
        query.setParameter("role", role).setLockMode(LockModeType.PESSIMISTIC_WRITE);
        if (organization != null) {
            query.setParameter("organization", organization);
        }
        return query.getResultList();
    }

    void end(RoleHeld role) {
        entities.remove(role);
    }

    /** Whether this person looks after this institute's people. */
    public boolean isCoordinator(PersonId person, String institute) {
        return !entities.createQuery("select r.id from RoleHeld r where r.heldKey = :key")
                .setParameter("key", RoleHeld.heldKey(person, Role.COORDINATOR, institute, null))
                .getResultList()
                .isEmpty();
    }

    /** Those who look after these institutes' people. */
    public List<RoleHeld> coordinatorsOf(Collection<String> institutes) {
        return institutes.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "select r from RoleHeld r where r.role = :role and r.organization in :institutes"
                                        + " order by r.id",
                                RoleHeld.class)
                        .setParameter("role", Role.COORDINATOR)
                        .setParameter("institutes", institutes)
                        .getResultList();
    }

    /** The facilitators of these cohorts. */
    public List<RoleHeld> facilitatorsOf(Collection<CohortId> cohorts) {
        return cohorts.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "select r from RoleHeld r where r.role = :role and r.cohort in :cohorts order by r.id",
                                RoleHeld.class)
                        .setParameter("role", Role.FACILITATOR)
                        .setParameter("cohorts", cohorts)
                        .getResultList();
    }

    /** Roles for one organization or one cohort, or all. */
    Page<RoleHeld> list(@Nullable String organization, @Nullable CohortId cohort, int page, int size) {
        String where = (organization == null ? "" : " and r.organization = :organization")
                + (cohort == null ? "" : " and r.cohort = :cohort");
        return page(where, page, size, query -> {
            if (organization != null) {
                query.setParameter("organization", organization);
            }
            if (cohort != null) {
                query.setParameter("cohort", cohort);
            }
        });
    }

    /** Roles for any of these organizations and cohorts. */
    Page<RoleHeld> list(Collection<String> organizations, Collection<CohortId> cohorts, int page, int size) {
        String where =
                " and (r.organization in :organizations" + (cohorts.isEmpty() ? "" : " or r.cohort in :cohorts") + ")";
        return page(where, page, size, query -> {
            query.setParameter("organizations", organizations.isEmpty() ? List.of("") : organizations);
            if (!cohorts.isEmpty()) {
                query.setParameter("cohorts", cohorts);
            }
        });
    }

    private Page<RoleHeld> page(String where, int page, int size, java.util.function.Consumer<TypedQuery<?>> bind) {
        TypedQuery<RoleHeld> items = entities.createQuery(
                "select r from RoleHeld r where r.role <> :learner" + where + " order by r.organization, r.role, r.id",
                RoleHeld.class);
        TypedQuery<Long> count =
                entities.createQuery("select count(r) from RoleHeld r where r.role <> :learner" + where, Long.class);
        for (TypedQuery<?> query : List.of(items, count)) {
            query.setParameter("learner", Role.LEARNER);
            bind.accept(query);
        }
        return new Page<>(
                items.setFirstResult(page * size).setMaxResults(size).getResultList(), count.getSingleResult());
    }
}
