package org.sopan.shared;

import java.util.UUID;

/** The id of a cohort (batch), opaque to clients. */
public record CohortId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
