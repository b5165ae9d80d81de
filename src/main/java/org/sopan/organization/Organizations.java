package org.sopan.organization;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.Seeds;
import org.sopan.platform.Startup;
import org.sopan.shared.DomainException;
import org.sopan.shared.LocalizedText;

/**
 * All organizations. They are few and change a few times a year, so they are read once into memory at the start, after
 * the seed has added those that were not there.
 */
@ApplicationScoped
public class Organizations {
    private final EntityManager entities;
    private volatile Map<String, Organization> known = Map.of();

    @Inject
    public Organizations(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional
    void start(@Observes @Priority(Startup.SEEDS) @Initialized(ApplicationScoped.class) Object event) {
        Startup.step("organizations", () -> {
            seed(Seeds.read("organizations.yaml").list("organizations"));
            read();
        });
    }

    public Optional<Organization> find(@Nullable String id) {
        return id == null ? Optional.empty() : Optional.ofNullable(known.get(id));
    }

    /** The institute of this id, or not found. */
    public Organization institute(String id) {
        return find(id).filter(Organization::isInstitute)
                .orElseThrow(() -> new DomainException.NotFound("unknown-organization"));
    }

    /** This organization and all below it in the tree. */
    public Set<String> within(String id) {
        Set<String> within = new LinkedHashSet<>(Set.of(id));
        boolean grew = true;
        while (grew) {
            grew = within.addAll(known.values().stream()
                    .filter(organization -> organization.parent() != null && within.contains(organization.parent()))
                    .map(Organization::id)
                    .toList());
        }
        return within;
    }

    /** All of this type, or all, in the order of the seed. */
    public List<Organization> list(@Nullable String type) {
        return known.values().stream()
                .filter(organization -> type == null || organization.type().equals(type))
                .toList();
    }

    /** Adds what is missing and leaves what is there: administrators may have changed it since. */
    public void seed(List<Seeds.Entry> entries) {
        for (Seeds.Entry entry : entries) {
            String id = entry.text("id");
            int added = entities.createNativeQuery(
                            "insert into organization (id, type, parent) values (?1, ?2, ?3) on conflict do nothing")
                    .setParameter(1, id)
                    .setParameter(2, entry.text("type"))
                    .setParameter(3, entry.textOrNull("parent"))
                    .executeUpdate();
            if (added == 1) {
                addNames(id, entry.list("names"));
            }
        }
    }

    private void addNames(String id, List<Seeds.Entry> names) {
        int position = 0;
        for (Seeds.Entry name : names) {
            entities.createNativeQuery("insert into organization_name"
                            + " (organization, position, name_en, name_bn, valid_from, valid_to)"
                            + " values (?1, ?2, ?3, ?4, cast(?5 as date), cast(?6 as date))")
                    .setParameter(1, id)
                    .setParameter(2, position++)
                    .setParameter(3, name.textOrNull("en"))
                    .setParameter(4, name.textOrNull("bn"))
                    .setParameter(5, name.textOrNull("from"))
                    .setParameter(6, name.textOrNull("to"))
                    .executeUpdate();
        }
    }

    /** Reads all into memory. */
    @SuppressWarnings("unchecked")
    public void read() {
        Map<String, List<Organization.Name>> names = new LinkedHashMap<>();
        List<Object[]> nameRows = entities.createNativeQuery(
                        "select organization, name_en, name_bn, valid_from, valid_to"
                                + " from organization_name order by organization, position")
                .getResultList();
        for (Object[] row : nameRows) {
            names.computeIfAbsent((String) row[0], id -> new ArrayList<>())
                    .add(new Organization.Name(
                            new LocalizedText((String) row[1], (String) row[2]), day(row[3]), day(row[4])));
        }
        Map<String, Organization> read = new LinkedHashMap<>();
        List<Object[]> rows = entities.createNativeQuery("select id, type, parent from organization order by id")
                .getResultList();
        for (Object[] row : rows) {
            String id = (String) row[0];
            read.put(id, new Organization(id, (String) row[1], (String) row[2], names.getOrDefault(id, List.of())));
        }
        known = read;
    }

    private static @Nullable LocalDate day(@Nullable Object column) {
        if (column instanceof Date date) {
            return date.toLocalDate();
        }
        return (LocalDate) column;
    }
}
