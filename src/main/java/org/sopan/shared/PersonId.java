package org.sopan.shared;

import java.util.UUID;

/** Who: the id of a person, opaque to clients. */
public record PersonId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
