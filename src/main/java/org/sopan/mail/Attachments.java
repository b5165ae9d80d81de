package org.sopan.mail;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the bytes of an attachment by its key; the room that stores them supplies it. */
public interface Attachments {
    Optional<Attachment> byKey(String key);

    /** Those of many that are there. */
    default Map<String, Attachment> byKeys(Collection<String> keys) {
        Map<String, Attachment> found = new HashMap<>();
        keys.forEach(key -> byKey(key).ifPresent(attachment -> found.put(key, attachment)));
        return found;
    }

    /** A file that goes with a message. */
    record Attachment(String fileName, String mediaType, byte[] bytes) {}
}
