package org.sopan.shared;

import java.util.UUID;

/** The id of one person in one course in one cohort, opaque to clients. */
public record EnrolmentId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
