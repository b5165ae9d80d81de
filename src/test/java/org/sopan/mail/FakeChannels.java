package org.sopan.mail;

import org.sopan.platform.PlugIns;
import org.sopan.spi.message.MessageChannel.Line;
import org.sopan.spi.message.MessageChannel.ServerTrouble;
import org.sopan.testing.Rooms;

/** Leads to a server that does as it is told. */
final class FakeChannels extends Channels {
    private final FakeServer server;

    FakeChannels(Rooms rooms, FakeServer server) {
        super(new PlugIns(), rooms.settings, rooms.randomness);
        this.server = server;
    }

    @Override
    Line open() throws ServerTrouble {
        return server.open();
    }
}
