package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sopan.identity.MergePart;
import org.sopan.identity.Records;
import org.sopan.shared.PersonId;

/** Two valid certificates of the same award, one of each record, stop a merge until an administrator has revoked one. */
@ApplicationScoped
public class JoinCertificates implements MergePart {
    private final EntityManager entities;

    @Inject
    public JoinCertificates(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public String room() {
        return "credential";
    }

    @Override
    public Look look(PersonId kept, PersonId dropped) {
        Map<String, Set<String>> ofKept = valid(Records.of(entities, kept));
        Map<String, Set<String>> ofDropped = valid(List.of(dropped));
        List<String> twice = new ArrayList<>();
        ofKept.forEach((award, serials) -> {
            if (ofDropped.containsKey(award)) {
                twice.addAll(serials);
                twice.addAll(ofDropped.getOrDefault(award, Set.of()));
            }
        });
        return new Look(List.of(), twice);
    }

    /** Serials by kind and course of the award. */
    private Map<String, Set<String>> valid(Collection<PersonId> records) {
        List<Object[]> rows = entities.createQuery(
                        "select c.serial, a.kind, a.course from Certificate c, Award a where a.id = c.award"
                                + " and c.status = :valid and c.person in :records",
                        Object[].class)
                .setParameter("valid", Certificate.Status.VALID)
                .setParameter("records", records)
                .getResultList();
        Map<String, Set<String>> serials = new TreeMap<>();
        rows.forEach(row -> serials.computeIfAbsent(row[1] + "/" + row[2], award -> new TreeSet<>())
                .add((String) row[0]));
        return serials;
    }
}
