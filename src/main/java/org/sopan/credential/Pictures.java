package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sopan.document.Picture;
import org.sopan.platform.Hashes;

/**
 * The operator's pictures, each stored once under the hash of its content. One that is named by a slot or a signatory,
 * also a past one, stays: certificates point to it.
 */
@ApplicationScoped
public class Pictures {
    /** Read pictures kept in memory: the present emblem, logos and signatures, with room to spare. */
    private static final int AT_HAND = 32;

    private final EntityManager entities;
    private final Map<String, Picture> atHand = Collections.synchronizedMap(new LinkedHashMap<>(AT_HAND, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Picture> eldest) {
            return size() > AT_HAND;
        }
    });

    @Inject
    public Pictures(EntityManager entities) {
        this.entities = entities;
    }

    /** Stores it unless it is there, and tells its key. */
    String store(Picture picture, Instant now) {
        byte[] png = picture.png();
        String key = Hashes.sha256(png);
        entities.createNativeQuery("insert into picture (sha256, png, width, height, stored_at)"
                        + " values (?1, ?2, ?3, ?4, ?5) on conflict do nothing")
                .setParameter(1, key)
                .setParameter(2, png)
                .setParameter(3, picture.width())
                .setParameter(4, picture.height())
                .setParameter(5, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
        return key;
    }

    Optional<Picture> find(String key) {
        Picture known = atHand.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        List<?> rows = entities.createNativeQuery("select png from picture where sha256 = ?1")
                .setParameter(1, key)
                .getResultList();
        Optional<Picture> read = rows.stream().findFirst().map(png -> Picture.read((byte[]) png));
        read.ifPresent(picture -> atHand.put(key, picture));
        return read;
    }

    boolean holds(String key) {
        return !entities.createNativeQuery("select sha256 from picture where sha256 = ?1")
                .setParameter(1, key)
                .getResultList()
                .isEmpty();
    }

    /** True when it is gone; one that is or was used stays. */
    boolean remove(String key) {
        atHand.remove(key);
        return entities.createNativeQuery("delete from picture where sha256 = ?1"
                                + " and not exists (select 1 from signatory where signature = ?1)"
                                + " and not exists (select 1 from picture_slot where picture = ?1)")
                        .setParameter(1, key)
                        .executeUpdate()
                == 1;
    }
}
