package org.sopan.mail;

import java.util.Optional;
import org.sopan.testing.Rooms;

/** Sends what is due into the data folder, for other rooms' tests. */
public final class Posting {
    private Posting() {}

    public static void send(Rooms rooms) {
        send(rooms, key -> Optional.empty());
    }

    public static void send(Rooms rooms, Attachments attachments) {
        new PostRoom(rooms, attachments).nodeBySettings().run();
    }
}
