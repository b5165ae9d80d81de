package org.sopan.mail;

import java.util.Optional;
import org.sopan.platform.Durability;
import org.sopan.testing.Rooms;

/** Sends what is due into the data folder, for other rooms' tests. */
public final class Posting {
    private Posting() {}

    public static void send(Rooms rooms) {
        Senders senders = new TransactedSenders(rooms.database, rooms.outbox, key -> Optional.empty(), rooms.clock);
        new SendMail(senders, new Templates(), new Durability(rooms.database.source()), rooms.settings).run();
    }
}
