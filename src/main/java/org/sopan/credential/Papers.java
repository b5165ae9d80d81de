package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sopan.mail.Attachments;
import org.sopan.platform.Batches;
import org.sopan.platform.Hashes;

/** The printed certificates: bytes stored once with their hash, never rendered again. */
@ApplicationScoped
public class Papers implements Attachments {
    private final EntityManager entities;

    @Inject
    public Papers(EntityManager entities) {
        this.entities = entities;
    }

    /** Stores the paper unless one is stored already; the first one stays. */
    void store(String serial, byte[] pdf, Instant now) {
        entities.createNativeQuery("insert into certificate_paper (serial, pdf, sha256, stored_at)"
                        + " values (?1, ?2, ?3, ?4) on conflict do nothing")
                .setParameter(1, serial)
                .setParameter(2, pdf)
                .setParameter(3, Hashes.sha256(pdf))
                .setParameter(4, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    Optional<byte[]> find(String serial) {
        List<?> rows = entities.createNativeQuery("select pdf from certificate_paper where serial = ?1")
                .setParameter(1, serial)
                .getResultList();
        return rows.stream().findFirst().map(byte[].class::cast);
    }

    @Override
    public Optional<Attachment> byKey(String serial) {
        return find(serial).map(pdf -> file(serial, pdf));
    }

    @Override
    @SuppressWarnings("unchecked")
    public Map<String, Attachment> byKeys(Collection<String> serials) {
        Map<String, Attachment> found = new HashMap<>();
        List<Object[]> rows = Batches.listed(serials, chunk -> {
            Query query = entities.createNativeQuery("select serial, pdf from certificate_paper where serial in ("
                    + IntStream.rangeClosed(1, chunk.size())
                            .mapToObj(place -> "?" + place)
                            .collect(Collectors.joining(","))
                    + ")");
            int place = 1;
            for (String serial : chunk) {
                query.setParameter(place++, serial);
            }
            return (List<Object[]>) query.getResultList();
        });
        rows.forEach(row -> found.put((String) row[0], file((String) row[0], (byte[]) row[1])));
        return found;
    }

    private static Attachment file(String serial, byte[] pdf) {
        return new Attachment(serial + ".pdf", "application/pdf", pdf);
    }
}
