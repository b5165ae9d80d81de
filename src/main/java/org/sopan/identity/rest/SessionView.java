package org.sopan.identity.rest;

import java.time.Instant;

/** A token, when it ends, and whose it is. */
public record SessionView(String token, Instant expiresAt, PersonView person) {}
