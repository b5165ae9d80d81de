package org.sopan.platform;

import java.util.Set;
import org.sopan.shared.Language;
import org.sopan.shared.PersonId;

/** Whom a token stands for, with the roles held at the time it was looked up. */
public record Identified(PersonId person, Language language, Set<Role> roles, Set<String> coordinated) {
    public Identified {
        roles = Set.copyOf(roles);
        coordinated = Set.copyOf(coordinated);
    }
}
