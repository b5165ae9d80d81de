package org.sopan.organization.rest;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sopan.organization.Organization;
import org.sopan.shared.LocalizedText;

/** An organization with today's name and the names it had before. */
public record OrganizationView(
        String id, String type, LocalizedText name, List<LocalizedText> formerNames, @Nullable String parent) {
    static OrganizationView of(Organization organization, LocalDate today) {
        return new OrganizationView(
                organization.id(),
                organization.type(),
                organization.nameOn(today),
                organization.formerNames(today),
                organization.parent());
    }
}
