package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** All who sign, signed or are going to. */
@ApplicationScoped
public class Signatories {
    private final EntityManager entities;

    @Inject
    public Signatories(EntityManager entities) {
        this.entities = entities;
    }

    void add(Signatory signatory) {
        entities.persist(signatory);
    }

    Optional<Signatory> locked(UUID id) {
        return Optional.ofNullable(entities.find(Signatory.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Past, present and future, the latest first. */
    List<Signatory> all() {
        return entities.createQuery("select s from Signatory s order by s.from desc, s.place, s.id", Signatory.class)
                .getResultList();
    }

    /** Those of one place, whenever they sign. */
    List<Signatory> of(String place) {
        return entities.createQuery("select s from Signatory s where s.place = :place", Signatory.class)
                .setParameter("place", place)
                .getResultList();
    }

    /**
     * Who signs on this day, from left to right. For each position the closest terms win: the institute's own before
     * everybody's, and among these the award's own before those for all.
     */
    Collection<Signatory> on(LocalDate day, String institute, String awardKind) {
        Map<Integer, Signatory> closest = new TreeMap<>();
        entities.createQuery(
                        "select s from Signatory s where (s.institute is null or s.institute = :institute)"
                                + " and (s.awardKind is null or s.awardKind = :kind)"
                                + " and s.from <= :day and (s.until is null or s.until >= :day)",
                        Signatory.class)
                .setParameter("institute", institute)
                .setParameter("kind", awardKind)
                .setParameter("day", day)
                .getResultStream()
                .sorted(Comparator.comparingInt(Signatory::closeness))
                .forEach(each -> closest.put(each.position(), each));
        return closest.values();
    }
}
