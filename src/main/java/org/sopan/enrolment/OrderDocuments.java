package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.sopan.platform.InstantColumn;
import org.sopan.shared.CohortId;

/** The nomination orders as they were signed and scanned, one for each cohort. */
@ApplicationScoped
public class OrderDocuments {
    private static final InstantColumn INSTANT = new InstantColumn();
    private final EntityManager entities;

    @Inject
    public OrderDocuments(EntityManager entities) {
        this.entities = entities;
    }

    /** What a document is, without its bytes. */
    public record Facts(String mediaType, int size, Instant storedAt) {}

    /** A document with its bytes. */
    public record Document(String mediaType, byte[] content) {}

    /** Keeps the document in place of an earlier one; the cohort is locked by the caller. */
    void store(CohortId cohort, Document document, Instant now) {
        entities.createNativeQuery("delete from cohort_order_document where cohort = cast(?1 as uuid)")
                .setParameter(1, cohort.toString())
                .executeUpdate();
        entities.createNativeQuery("insert into cohort_order_document (cohort, media_type, content, size, stored_at)"
                        + " values (cast(?1 as uuid), ?2, ?3, ?4, ?5)")
                .setParameter(1, cohort.toString())
                .setParameter(2, document.mediaType())
                .setParameter(3, document.content())
                .setParameter(4, document.content().length)
                .setParameter(5, now.atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }

    Optional<Document> find(CohortId cohort) {
        List<?> rows = entities.createNativeQuery(
                        "select media_type, content from cohort_order_document where cohort = cast(?1 as uuid)")
                .setParameter(1, cohort.toString())
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new Document(String.valueOf(((Object[]) row)[0]), (byte[]) ((Object[]) row)[1]));
    }

    /** Which of these cohorts have one, in one query. */
    Map<CohortId, Facts> of(Collection<CohortId> cohorts) {
        Map<CohortId, Facts> facts = new HashMap<>();
        if (!cohorts.isEmpty()) {
            String places = java.util.stream.IntStream.rangeClosed(1, cohorts.size())
                    .mapToObj(place -> "cast(?" + place + " as uuid)")
                    .collect(java.util.stream.Collectors.joining(","));
            var query = entities.createNativeQuery("select cast(cohort as varchar), media_type, size, stored_at"
                    + " from cohort_order_document where cohort in (" + places + ")");
            int place = 1;
            for (CohortId cohort : cohorts) {
                query.setParameter(place++, cohort.toString());
            }
            List<?> rows = query.getResultList();
            rows.forEach(each -> {
                Object[] row = (Object[]) each;
                facts.put(
                        new CohortId(UUID.fromString(String.valueOf(row[0]))),
                        new Facts(
                                String.valueOf(row[1]),
                                ((Number) row[2]).intValue(),
                                Objects.requireNonNull(INSTANT.convertToEntityAttribute(row[3]))));
            });
        }
        return facts;
    }
}
