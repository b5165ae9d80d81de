package org.sopan.mail;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sopan.spi.message.Message;
import org.sopan.spi.message.Outcome;

/** A claimed message with all that is needed to send it; no transaction is open while that happens. */
record Ready(OutboxMessage row, Attachments.@Nullable Attachment attachment) {
    /** Kept, since looking for it costs more than reading. */
    private static final JsonReaderFactory JSON = Json.createReaderFactory(Map.of());

    /** Writes it out; throws what it likes if that cannot be done. */
    Message compose(Templates templates, String from) {
        String key = row.attachmentKey();
        if (key != null && attachment == null) {
            throw new IllegalStateException("the attachment " + key + " is not there");
        }
        MailText text = templates.render(row.template(), row.language(), data(row.content()));
        return new Message(
                row.id().toString(),
                row.messageId(),
                row.template(),
                row.createdAt(),
                row.language(),
                from,
                row.address(),
                text.subject(),
                text.text(),
                text.html(),
                MimeLetter.bytes(
                        new MimeLetter.Envelope(
                                row.messageId(),
                                from,
                                row.address(),
                                row.createdAt(),
                                row.language(),
                                row.unsubscribe()),
                        text,
                        attachment));
    }

    static Map<String, String> data(String content) {
        try (JsonReader reader = JSON.createReader(new StringReader(content))) {
            return reader.readObject().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> ((JsonString) entry.getValue()).getString()));
        }
    }

    /**
     * What became of one.
     *
     * @param pace how long to wait before the next try, if there is one
     */
    record Done(Ready ready, Outcome outcome, BackOff pace) {
        Done(Ready ready, Outcome outcome) {
            this(ready, outcome, BackOff.REFUSED_FOR_NOW);
        }

        boolean is(Outcome.Kind kind) {
            return outcome.kind() == kind;
        }

        /** Whether it says that nothing else should be tried now either. */
        boolean isTroubleOfTheServer() {
            return is(Outcome.Kind.SERVER_TROUBLE) || is(Outcome.Kind.LOST);
        }
    }
}
