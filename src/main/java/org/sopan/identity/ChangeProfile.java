package org.sopan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.shared.DomainException;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.PersonId;

/**
 * Changes what is known of a person, by that person or by who looks after the institute. A name that stands on a
 * certificate stays, but for a language that was missing: it changes by a correction request only.
 */
@ApplicationScoped
public class ChangeProfile {
    private final PeopleInCare inCare;
    private final People people;
    private final PrintedNames printed;
    private final Caller caller;
    private final AuditTrail audit;

    @Inject
    public ChangeProfile(PeopleInCare inCare, People people, PrintedNames printed, Caller caller, AuditTrail audit) {
        this.inCare = inCare;
        this.people = people;
        this.printed = printed;
        this.caller = caller;
        this.audit = audit;
    }

    @Transactional
    public Person own(ProfileChange change) {
        return change(inCare.self(), change);
    }

    @Transactional
    public Person of(PersonId id, ProfileChange change) {
        return change(inCare.change(id), change);
    }

    private Person change(Person person, ProfileChange change) {
        Person.Profile before = person.profile();
        Person.Profile after = change.over(before);
        if (isRewritten(before.name(), after.name()) && !printed.of(person.id()).isEmpty()) {
            throw new DomainException.Conflict("name-on-certificate");
        }
        requireFree(person, after.serviceId());
        person.take(after);
        String fields = String.join(" ", changed(before, after));
        if (!fields.isEmpty()) {
            audit.record(caller.person(), "profile-changed", person.id().toString(), details(person, "fields", fields));
        }
        return person;
    }

    /** The institute, if there is one, and one thing more. What a person is called is no matter of the trail. */
    static Map<String, String> details(Person person, String key, String detail) {
        Map<String, String> details = new TreeMap<>(Map.of(key, detail));
        Optional.ofNullable(person.organization()).ifPresent(institute -> details.put("institute", institute));
        return details;
    }

    /** Whether a language that was there reads differently now. */
    static boolean isRewritten(@Nullable LocalizedText before, @Nullable LocalizedText after) {
        return before != null
                && (after == null || isRewritten(before.en(), after.en()) || isRewritten(before.bn(), after.bn()));
    }

    private static boolean isRewritten(@Nullable String before, @Nullable String after) {
        return before != null && !before.equals(after);
    }

    private void requireFree(Person person, @Nullable String serviceId) {
        if (serviceId != null
                && people.among(List.of(), List.of(serviceId)).stream().anyMatch(other -> !other.equals(person))) {
            throw DomainException.Invalid.refused("invalid-input", new FieldError("serviceId", "service-id-taken"));
        }
    }

    private static List<String> changed(Person.Profile before, Person.Profile after) {
        List<String> fields = new ArrayList<>();
        note(fields, "name", before.name(), after.name());
        note(fields, "designation", before.designation(), after.designation());
        note(fields, "unit", before.unit(), after.unit());
        note(fields, "phone", before.phone(), after.phone());
        note(fields, "serviceId", before.serviceId(), after.serviceId());
        note(fields, "language", before.language(), after.language());
        note(fields, "sex", before.sex(), after.sex());
        return fields;
    }

    private static void note(List<String> fields, String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            fields.add(field);
        }
    }
}
