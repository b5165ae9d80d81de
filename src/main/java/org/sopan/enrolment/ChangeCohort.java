package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sopan.identity.Roles;
import org.sopan.organization.Organizations;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.shared.CleanText;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.PersonId;

/** The host changes title, dates, seats, order and contact. Nobody who has a seat loses it by that. */
@ApplicationScoped
public class ChangeCohort {
    private final Enrolments enrolments;
    private final OpenEnrolments open;
    private final EnrolmentChanges changes;
    private final ShowCohort showCohort;
    private final Organizations organizations;
    private final Roles roles;
    private final Caller caller;
    private final AuditTrail audit;

    @Inject
    public ChangeCohort(
            Enrolments enrolments,
            OpenEnrolments open,
            EnrolmentChanges changes,
            ShowCohort showCohort,
            Organizations organizations,
            Roles roles,
            Caller caller,
            AuditTrail audit) {
        this.enrolments = enrolments;
        this.open = open;
        this.changes = changes;
        this.showCohort = showCohort;
        this.organizations = organizations;
        this.roles = roles;
        this.caller = caller;
        this.audit = audit;
    }

    /** Takes over all of the terms; open enrolments that still had the old last day have the new one. */
    @Transactional
    public void change(CohortId id, Cohort.Terms wanted, @Nullable PersonId contact) {
        showCohort.hosted(id);
        Cohort cohort = enrolments.lockedCohort(id).orElseThrow();
        mustKnow(wanted.seats().keySet(), organizations);
        if (contact != null && !roles.isCoordinator(contact, cohort.host())) {
            throw Invalid.refused("invalid-input", new FieldError("contact", "not-coordinator"));
        }
        Cohort.Terms before = cohort.terms();
        cohort.revise(new Cohort.Terms(
                title(wanted.title()),
                wanted.starts(),
                wanted.ends(),
                wanted.seats(),
                wanted.nominationOrder(),
                wanted.orderDate()));
        mustSeatAll(cohort);
        if (contact != null) {
            cohort.reachedThrough(contact);
        }
        if (!before.ends().equals(cohort.ends())) {
            moveDues(cohort, before.ends());
        }
        if (!before.equals(cohort.terms())) {
            audit.record(caller.person(), "cohort-changed", id.toString(), details(before, cohort));
        }
    }

    static LocalizedText title(LocalizedText typed) {
        LocalizedText title = CleanText.line(typed, "title");
        if (title == null) {
            throw Invalid.refused("invalid-input", new FieldError("title", "missing"));
        }
        return title;
    }

    static void mustKnow(Set<String> institutes, Organizations organizations) {
        for (String institute : institutes) {
            if (organizations.find(institute).isEmpty()) {
                throw Invalid.refused(
                        "unknown-organization", new FieldError("seats." + institute, "unknown-organization"));
            }
        }
    }

    private void mustSeatAll(Cohort cohort) {
        JsonObjectBuilder tooFew = Json.createObjectBuilder();
        boolean any = false;
        for (Map.Entry<String, Integer> taken : enrolments
                .taken(List.of(cohort.id()))
                .getOrDefault(cohort.id(), Map.of())
                .entrySet()) {
            if (taken.getValue() > cohort.seatsOf(taken.getKey())) {
                tooFew.add(taken.getKey(), taken.getValue());
                any = true;
            }
        }
        if (any) {
            throw new DomainException.Conflict("seats-taken", Map.of("taken", tooFew.build()));
        }
    }

    private void moveDues(Cohort cohort, LocalDate before) {
        List<EnrolmentChanges.Touched> moved = open.lock(cohort.id(), null).stream()
                .filter(each -> before.equals(each.due()))
                .map(OpenEnrolments.Held::touched)
                .toList();
        open.postpone(moved, cohort.ends());
        changes.recordAll(
                moved,
                EnrolmentChanges.What.DUE_MOVED,
                caller.person(),
                null,
                Map.of("from", before.toString(), "to", cohort.ends().toString()));
    }

    private static Map<String, String> details(Cohort.Terms before, Cohort cohort) {
        Cohort.Terms now = cohort.terms();
        Map<String, String> details = new TreeMap<>(Map.of("institute", cohort.host()));
        put(details, "title", before.title(), now.title());
        put(details, "starts", before.starts(), now.starts());
        put(details, "ends", before.ends(), now.ends());
        put(details, "seats", before.seats(), now.seats());
        put(details, "order", before.nominationOrder(), now.nominationOrder());
        put(details, "orderDate", before.orderDate(), now.orderDate());
        return details;
    }

    private static void put(Map<String, String> details, String name, @Nullable Object before, @Nullable Object now) {
        if (!Objects.equals(before, now)) {
            details.put(name, text(before) + " → " + text(now));
        }
    }

    private static String text(@Nullable Object value) {
        if (value instanceof LocalizedText text) {
            return text.in(org.sopan.shared.Language.EN);
        }
        return value == null ? "–" : value instanceof Map<?, ?> map ? new TreeMap<>(map).toString() : value.toString();
    }
}
