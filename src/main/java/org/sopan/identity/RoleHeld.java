package org.sopan.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.Role;
import org.sopan.shared.CohortId;
import org.sopan.shared.PersonId;

/** A role that a person holds: for an organization, for a cohort, or, as an administrator, for all. */
@Entity
@Table(name = "role_held")
public class RoleHeld {
    @Id
    private UUID id;

    private PersonId person;

    @Enumerated(EnumType.STRING)
    private Role role;

    private @Nullable String organization;
    private @Nullable CohortId cohort;

    @Column(name = "held_key")
    private String heldKey;

    protected RoleHeld() {}

    RoleHeld(UUID id, PersonId person, Role role, @Nullable String organization, @Nullable CohortId cohort) {
        this.id = id;
        this.person = person;
        this.role = role;
        this.organization = organization;
        this.cohort = cohort;
        this.heldKey = heldKey(person, role, organization, cohort);
    }

    static String heldKey(PersonId person, Role role, @Nullable String organization, @Nullable CohortId cohort) {
        return person + "/" + role + "/" + (organization == null ? "" : organization) + (cohort == null ? "" : cohort);
    }

    public UUID id() {
        return id;
    }

    public Role role() {
        return role;
    }

    public PersonId person() {
        return person;
    }

    public @Nullable String organization() {
        return organization;
    }

    public @Nullable CohortId cohort() {
        return cohort;
    }
}
