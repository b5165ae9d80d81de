package org.sopan.identity.rest;

import org.jspecify.annotations.Nullable;
import org.sopan.identity.GrantRole;
import org.sopan.identity.ListRoles;
import org.sopan.identity.Person;
import org.sopan.identity.RoleHeld;
import org.sopan.shared.LocalizedText;

/** A role that is held: by whom, and for which organization or cohort. */
public record HeldRoleView(
        String id, HolderView person, String role, @Nullable String organization, @Nullable String cohort) {
    /** Who holds it; {@code signedUp} once a password was chosen. */
    public record HolderView(String id, @Nullable LocalizedText name, String email, boolean signedUp) {}

    static HeldRoleView of(ListRoles.Entry entry) {
        return of(entry.role(), entry.person());
    }

    static HeldRoleView of(GrantRole.Granted granted) {
        return of(granted.role(), granted.person());
    }

    private static HeldRoleView of(RoleHeld role, Person person) {
        return new HeldRoleView(
                role.id().toString(),
                new HolderView(person.id().toString(), person.name(), person.email(), person.hasSignedUp()),
                role.role().word(),
                role.organization(),
                role.cohort() == null ? null : role.cohort().toString());
    }
}
