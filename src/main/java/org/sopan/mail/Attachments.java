package org.sopan.mail;

import java.util.Optional;

/** Finds the bytes of an attachment by its key; the room that stores them supplies it. */
public interface Attachments {
    Optional<Attachment> byKey(String key);

    /** A file that goes with a message. */
    record Attachment(String fileName, String mediaType, byte[] bytes) {}
}
