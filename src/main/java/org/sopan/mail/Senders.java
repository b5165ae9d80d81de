package org.sopan.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.transaction.Transactional;
import java.io.StringReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The short transactions of sending: claim, and say what became of it. None is open while a server is spoken to. */
@ApplicationScoped
public class Senders {
    private static final Duration CLAIM = Duration.ofMinutes(5);
    private static final int BATCH = 20;
    private final Outbox outbox;
    private final Attachments attachments;
    private final Clock clock;

    @Inject
    public Senders(Outbox outbox, Attachments attachments, Clock clock) {
        this.outbox = outbox;
        this.attachments = attachments;
        this.clock = clock;
    }

    /** A claimed message with all that is needed to send it. */
    record Claimed(OutboxMessage message, Map<String, String> data, Attachments.@Nullable Attachment attachment) {}

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<UUID> claim(String sender) {
        Instant now = clock.instant();
        List<UUID> ids = outbox.due(now, BATCH).stream()
                .map(id -> UUID.fromString(id.toString()))
                .toList();
        ids.forEach(id -> outbox.find(id).orElseThrow().claim(sender, now.plus(CLAIM)));
        return ids;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Claimed read(UUID id) {
        OutboxMessage message = outbox.find(id).orElseThrow();
        String key = message.attachmentKey();
        return new Claimed(
                message,
                data(message.content()),
                key == null ? null : attachments.byKey(key).orElseThrow());
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void sent(UUID id) {
        outbox.find(id).orElseThrow().sent(clock.instant());
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void notSent(UUID id, String error, boolean permanent) {
        outbox.find(id).orElseThrow().notSent(error, permanent, clock.instant());
    }

    private static Map<String, String> data(String content) {
        try (JsonReader reader = Json.createReader(new StringReader(content))) {
            return reader.readObject().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> ((JsonString) entry.getValue()).getString()));
        }
    }
}
