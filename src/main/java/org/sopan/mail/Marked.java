package org.sopan.mail;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.mail.OutboxMessage.State;
import org.sopan.platform.Randomness;
import org.sopan.spi.message.Outcome;

/**
 * How a message stands after a try.
 *
 * @param failure why it is tried no more: {@code address}, {@code message} or {@code attempts}; else null
 */
record Marked(
        UUID id,
        State state,
        int attempts,
        Instant dueAt,
        @Nullable Instant sentAt,
        @Nullable String error,
        @Nullable String failure) {
    static final String ADDRESS = "address";
    private static final String MESSAGE = "message";
    private static final String ATTEMPTS = "attempts";

    /** With what is waited between them, about three days. */
    static final int MOST_ATTEMPTS = 16;

    static Marked of(Ready.Done done, Clock clock, Randomness randomness) {
        OutboxMessage row = done.ready().row();
        Outcome outcome = done.outcome();
        int attempts = row.attempts() + 1;
        Instant now = clock.instant();
        return switch (outcome.kind()) {
            case DELIVERED -> new Marked(row.id(), State.sent, attempts, row.dueAt(), now, null, null);
            case ADDRESS_REFUSED -> failed(row, attempts, outcome, ADDRESS);
            case MESSAGE_REFUSED -> failed(row, attempts, outcome, MESSAGE);
            case TEMPORARY, LOST, SERVER_TROUBLE ->
                attempts >= MOST_ATTEMPTS
                        ? failed(row, attempts, outcome, ATTEMPTS)
                        : new Marked(
                                row.id(),
                                State.queued,
                                attempts,
                                now.plus(done.pace().after(attempts, randomness)),
                                null,
                                outcome.reply(),
                                null);
        };
    }

    private static Marked failed(OutboxMessage row, int attempts, Outcome outcome, String failure) {
        return new Marked(row.id(), State.failed, attempts, row.dueAt(), null, outcome.reply(), failure);
    }

    /** Of a message whose sender did not come back: perhaps it left, perhaps it is what ended the sender. */
    static Marked lapsed(ClaimedRows.LapsedRow row, Instant now) {
        int attempts = row.attempts() + 1;
        boolean last = attempts >= MOST_ATTEMPTS;
        return new Marked(
                row.id(),
                last ? State.failed : State.queued,
                attempts,
                now,
                null,
                "the sender did not come back",
                last ? ATTEMPTS : null);
    }

    /** Of a message whose address is known to refuse everything. */
    static Marked notTried(ClaimedRows.DueRow row, AddressTroubles.Trouble trouble, Instant now) {
        return new Marked(row.id(), State.failed, row.attempts(), now, null, trouble.reply(), ADDRESS);
    }
}
