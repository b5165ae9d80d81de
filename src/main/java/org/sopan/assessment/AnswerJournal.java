package org.sopan.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.Hashes;
import org.sopan.platform.InstantColumn;

/**
 * Every answer ever saved, appended and never changed. Each entry's receipt is the SHA-256 of the entry and of the one
 * before it in its attempt, so that a receipt proves that the answer, and all before it, are in the journal.
 */
@ApplicationScoped
public class AnswerJournal {
    private static final InstantColumn INSTANT = new InstantColumn();
    private final EntityManager entities;

    @Inject
    public AnswerJournal(EntityManager entities) {
        this.entities = entities;
    }

    /** One entry; a cleared answer is a JSON null. */
    public record Entry(String item, int seq, JsonValue response, Instant savedAt, String receipt) {}

    /** The entry of exactly this item and seq. */
    Optional<Entry> find(UUID attempt, String item, int seq) {
        return read(attempt, " and item = ?2 and seq = ?3", item, seq).stream().findFirst();
    }

    /**
     * The latest entry of this item, if its seq is not below this one. H2 walks no index backwards: without the bound
     * each save would read all the earlier ones of its item.
     */
    Optional<Entry> latestFrom(UUID attempt, String item, int seq) {
        return read(attempt, " and item = ?2 and seq >= ?3 order by seq desc limit 1", item, seq).stream()
                .findFirst();
    }

    /** The latest entry of each answered item. */
    Map<String, Entry> latest(UUID attempt) {
        Map<String, Entry> latest = new LinkedHashMap<>();
        read(attempt, " order by seq", null, null).forEach(entry -> latest.put(entry.item(), entry));
        return latest;
    }

    /** Appends an answer; the attempt is locked by the caller. */
    Entry append(Attempt attempt, String item, int seq, JsonValue response, Instant now) {
        String hash = Hashes.sha256(String.join(
                "\n",
                attempt.journalHead(),
                attempt.id().toString(),
                item,
                Integer.toString(seq),
                response.toString(),
                now.toString()));
        int position = attempt.append(hash);
        entities.createNativeQuery("insert into answer (attempt, position, item, seq, response, saved_at, receipt)"
                        + " values (cast(?1 as uuid), ?2, ?3, ?4, ?5, ?6, ?7)")
                .setParameter(1, attempt.id().toString())
                .setParameter(2, position)
                .setParameter(3, item)
                .setParameter(4, seq)
                .setParameter(5, response.toString())
                .setParameter(6, now.atOffset(ZoneOffset.UTC))
                .setParameter(7, hash)
                .executeUpdate();
        return new Entry(item, seq, response, now, hash);
    }

    private List<Entry> read(UUID attempt, String condition, @Nullable String item, @Nullable Integer seq) {
        var query = entities.createNativeQuery("select item, seq, response, saved_at, receipt from answer"
                        + " where attempt = cast(?1 as uuid)" + condition)
                .setParameter(1, attempt.toString());
        if (item != null) {
            query.setParameter(2, item);
        }
        if (seq != null) {
            query.setParameter(3, seq);
        }
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> entry((Object[]) row)).toList();
    }

    private static Entry entry(@Nullable Object[] row) {
        Instant savedAt = INSTANT.convertToEntityAttribute(row[3]);
        return new Entry(
                String.valueOf(row[0]),
                ((Number) java.util.Objects.requireNonNull(row[1])).intValue(),
                json(String.valueOf(row[2])),
                java.util.Objects.requireNonNull(savedAt),
                String.valueOf(row[4]));
    }

    private static JsonValue json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }
}
