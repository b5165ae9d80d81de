package org.sopan.spi.message;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A way out of the house for messages, such as a mail server. The outbox decides what leaves, when and how often; a
 * channel takes one message at a time over a {@link Line} and says what became of it. Plug-ins are found by
 * {@link java.util.ServiceLoader}, have a constructor without parameters, and are chosen by the setting
 * {@code sopan.mail.channel}.
 */
public interface MessageChannel {
    /** What the setting calls it: lower-case letters, digits, hyphens. */
    String id();

    /**
     * Opens a line, which one thread uses until it is closed.
     *
     * @throws ServerTrouble if nothing can be sent now, whatever the message
     */
    Line open(Surroundings surroundings) throws ServerTrouble;

    /** What a channel may know of the house. */
    interface Surroundings {
        /** A setting by its name; a third party's are called {@code sopan.mail.channel.} and more. */
        Optional<String> setting(String name);

        /** The folder of the house's data. */
        Path data();
    }

    /** One connection; opened once and used for many messages. */
    interface Line extends AutoCloseable {
        /**
         * Brings one message out. Returns within a few minutes, whatever the other side does, and throws nothing: what
         * goes wrong is an {@link Outcome}.
         */
        Outcome send(Message message);

        /** Ends the connection; says nothing if that fails. */
        @Override
        void close();
    }

    /** Nothing can be sent now, and it lies with no message: the server is away, or does not let us in. */
    final class ServerTrouble extends Exception {
        private static final long serialVersionUID = 1L;

        public ServerTrouble(String why) {
            super(why);
        }

        /** What the server said, or what failed, for the operator. */
        public String why() {
            return String.valueOf(getMessage());
        }
    }
}
