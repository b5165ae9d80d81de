package org.sopan.mail.rest;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sopan.mail.MailSwitch;
import org.sopan.mail.ShowOutbox;

/**
 * How mail stands as a whole.
 *
 * @param held whether an administrator holds all mail; note, by and at tell of the last turn of the switch
 * @param trouble what the mail server said, or why it was not reached, if nothing can leave; from {@code node}
 * @param messages how many in each state
 * @param oldest since when the longest waiting one could have left
 * @param refusedAddresses how many addresses take no mail
 */
public record OutboxStatusView(
        boolean held,
        @Nullable String note,
        @Nullable String by,
        @Nullable Instant at,
        @Nullable Trouble trouble,
        String channel,
        Map<String, Long> messages,
        @Nullable Instant oldest,
        long refusedAddresses) {
    /** Why nothing can leave. */
    public record Trouble(String why, @Nullable String node, @Nullable Instant since) {}

    static OutboxStatusView of(ShowOutbox.Status status) {
        MailSwitch.Position position = status.position();
        Map<String, Long> messages = new TreeMap<>();
        status.messages().forEach((state, count) -> messages.put(state.name(), count));
        String why = position.trouble();
        return new OutboxStatusView(
                position.held(),
                position.note(),
                position.changedBy() == null ? null : position.changedBy().toString(),
                position.changedAt(),
                why == null ? null : new Trouble(why, position.troubleNode(), position.troubleSince()),
                status.channel(),
                messages,
                status.oldest(),
                status.addresses());
    }
}
