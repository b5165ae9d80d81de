package org.sopan.enrolment.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.Cohort;
import org.sopan.platform.PathId;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.PersonId;

/** All that may change of a cohort, as it is to be from now on; without a contact, that stays. */
public record ChangedCohort(
        @NotNull LocalizedText title,
        @NotNull LocalDate starts,
        @NotNull LocalDate ends,
        @Nullable Map<String, Integer> seats,
        @Size(max = 300) @Nullable String order,
        @Nullable LocalDate orderDate,
        @Nullable String contact) {
    Cohort.Terms terms() {
        return new Cohort.Terms(title, starts, ends, seats == null ? Map.of() : seats, order, orderDate);
    }

    @Nullable
    PersonId contactId() {
        return contact == null ? null : new PersonId(PathId.uuid(contact, "unknown-person"));
    }
}
