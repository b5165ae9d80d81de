package org.sopan.platform;

import java.util.Optional;

/** Knows whom a token stands for; {@code identity} supplies it. */
public interface Tokens {
    /** The person, or empty when the token is unknown, expired or ended. */
    Optional<Identified> identify(String token);
}
