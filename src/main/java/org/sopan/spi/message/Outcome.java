package org.sopan.spi.message;

/**
 * What became of a message.
 *
 * @param reply what the other side said, or what failed
 */
public record Outcome(Kind kind, String reply) {
    /** What it means for the message, its address and the line. */
    public enum Kind {
        /** The other side has taken it over. */
        DELIVERED,
        /** Not now: it is tried again in minutes, then in hours. */
        TEMPORARY,
        /** There is no such mailbox; nothing that is sent there will arrive. */
        ADDRESS_REFUSED,
        /** This message will never be taken, which says nothing of others to the same address. */
        MESSAGE_REFUSED,
        /** The line broke in the middle: it may have arrived, and is tried again. The line is of no more use. */
        LOST,
        /** It lies with no message: none is tried until the server is better. The line is of no more use. */
        SERVER_TROUBLE
    }

    public static Outcome delivered(String reply) {
        return new Outcome(Kind.DELIVERED, reply);
    }
}
