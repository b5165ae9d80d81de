package org.sopan.identity;

import org.sopan.shared.PersonId;

/** A coordinator's work for an institute has passed to a colleague, in the transaction at hand. */
public record CoordinatorHandedOver(String institute, PersonId from, PersonId to) {}
