package org.sopan.platform;

import java.util.UUID;
import org.sopan.shared.DomainException;

/** Ids as they stand in addresses: opaque to clients, so that one that cannot be an id is simply not known. */
public final class PathId {
    private PathId() {}

    public static UUID uuid(String text, String codeOfNotFound) {
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // not known, like an id that was never given
        }
        throw new DomainException.NotFound(codeOfNotFound);
    }
}
