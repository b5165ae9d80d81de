package org.sopan.enrolment.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.Cohort;
import org.sopan.enrolment.OrderDocuments;
import org.sopan.enrolment.ShowCohort;
import org.sopan.identity.Person;
import org.sopan.shared.LocalizedText;

/** A cohort; no course means the whole programme. Seats are those the reader may know of. */
public record CohortView(
        String id,
        String host,
        @Nullable String course,
        LocalizedText title,
        LocalDate starts,
        LocalDate ends,
        Map<String, Integer> seats,
        Map<String, Integer> taken,
        @Nullable String order,
        @Nullable LocalDate orderDate,
        @Nullable OrderDocumentView orderDocument,
        List<NamedPerson> facilitators,
        @Nullable Contact contact,
        boolean mayChange) {
    /** The scan of the nomination order, which is read at {@code order-document}. */
    public record OrderDocumentView(String mediaType, int size, Instant storedAt) {}

    public record NamedPerson(String person, @Nullable LocalizedText name) {}

    /** Whom to write to. */
    public record Contact(String person, @Nullable LocalizedText name, String email) {}

    static CohortView of(ShowCohort.Seen seen) {
        Cohort cohort = seen.cohort();
        OrderDocuments.Facts document = seen.document();
        Person contact = seen.contact();
        return new CohortView(
                cohort.id().toString(),
                cohort.host(),
                cohort.course(),
                cohort.title(),
                cohort.starts(),
                cohort.ends(),
                seen.seats(),
                seen.taken(),
                cohort.nominationOrder(),
                cohort.orderDate(),
                document == null
                        ? null
                        : new OrderDocumentView(document.mediaType(), document.size(), document.storedAt()),
                seen.facilitators().stream()
                        .map(person -> new NamedPerson(person.id().toString(), person.name()))
                        .toList(),
                contact == null ? null : new Contact(contact.id().toString(), contact.name(), contact.email()),
                seen.mayChange());
    }
}
