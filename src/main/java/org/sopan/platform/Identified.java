package org.sopan.platform;

import java.util.Set;
import org.sopan.shared.CohortId;
import org.sopan.shared.Language;
import org.sopan.shared.PersonId;

/**
 * Whom a token stands for, with the roles held at the time it was looked up.
 *
 * @param coordinated the institutes whose people one looks after
 * @param viewed the organizations one may read, those below included
 * @param facilitated the cohorts one assesses
 * @param aliases the records that were joined to one's own
 */
public record Identified(
        PersonId person,
        Language language,
        Set<Role> roles,
        Set<String> coordinated,
        Set<String> viewed,
        Set<CohortId> facilitated,
        Set<PersonId> aliases) {
    public Identified {
        roles = Set.copyOf(roles);
        coordinated = Set.copyOf(coordinated);
        viewed = Set.copyOf(viewed);
        facilitated = Set.copyOf(facilitated);
        aliases = Set.copyOf(aliases);
    }

    public Identified(
            PersonId person,
            Language language,
            Set<Role> roles,
            Set<String> coordinated,
            Set<String> viewed,
            Set<CohortId> facilitated) {
        this(person, language, roles, coordinated, viewed, facilitated, Set.of());
    }

    /** The same with these aliases. */
    public Identified with(Set<PersonId> joined) {
        return new Identified(person, language, roles, coordinated, viewed, facilitated, joined);
    }
}
