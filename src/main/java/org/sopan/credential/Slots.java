package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which picture stands in which slot, and which stood there before. */
@ApplicationScoped
public class Slots {
    private final EntityManager entities;

    @Inject
    public Slots(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * A slot with its picture.
     *
     * @param organization whose certificates; null for those of every organization that has none of its own
     */
    public record Filled(String slot, @Nullable String organization, String picture) {}

    static String place(String slot, @Nullable String organization) {
        return "slot/" + slot + "/" + (organization == null ? "*" : organization);
    }

    List<Filled> present() {
        return read("open_place is not null", null);
    }

    Optional<Filled> present(String place) {
        return read("open_place = ?1", place).stream().findFirst();
    }

    private List<Filled> read(String where, @Nullable String place) {
        var query = entities.createNativeQuery(
                "select slot, organization, picture from picture_slot where " + where + " order by open_place");
        if (place != null) {
            query.setParameter(1, place);
        }
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Filled((String) row[0], (String) row[1], (String) row[2]))
                .toList();
    }

    /** The pictures of an institute's certificates by slot, its own before everybody's. */
    Map<String, String> of(String institute) {
        Map<String, String> pictures = new HashMap<>();
        List<Filled> all = present();
        for (String whose : new String[] {null, institute}) {
            all.stream()
                    .filter(filled -> Objects.equals(filled.organization(), whose))
                    .forEach(filled -> pictures.put(filled.slot(), filled.picture()));
        }
        return pictures;
    }

    /** Fills one that is empty; the caller is alone at the desk. */
    void fill(UUID id, Filled filled, Instant now) {
        String place = place(filled.slot(), filled.organization());
        entities.createNativeQuery("insert into picture_slot"
                        + " (id, place, open_place, slot, organization, picture, filled_at)"
                        + " values (cast(?1 as uuid), ?2, ?2, ?3, ?4, ?5, ?6)")
                .setParameter(1, id.toString())
                .setParameter(2, place)
                .setParameter(3, filled.slot())
                .setParameter(4, filled.organization())
                .setParameter(5, filled.picture())
                .setParameter(6, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    void empty(String place, Instant now) {
        entities.createNativeQuery("update picture_slot set open_place = null, emptied_at = ?2 where open_place = ?1")
                .setParameter(1, place)
                .setParameter(2, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }
}
