package org.sopan.enrolment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.identity.Person;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.PersonId;

/**
 * Those of a part's people who are known already, as they are now. A record that was joined to another leads to the one
 * that was kept; a name that stands on a certificate is not a roster's to change.
 */
final class KnownPeople {
    private static final String JOINED = "joined-record";
    private final Map<String, Person> byEmail = new HashMap<>();
    private final Map<String, Person> byServiceId = new HashMap<>();
    private final Map<UUID, Person> byId = new HashMap<>();
    private final Set<PersonId> staff;
    private final Set<PersonId> printed;

    /** @param people all that are asked for, and the kept ones of those that were joined to others */
    KnownPeople(Collection<Person> people, Collection<PersonId> staff, Collection<PersonId> printed) {
        this.staff = Set.copyOf(staff);
        this.printed = Set.copyOf(printed);
        for (Person person : people) {
            byEmail.put(person.email(), person);
            byId.put(person.id().value(), person);
            if (person.serviceId() != null) {
                byServiceId.put(person.serviceId(), person);
            }
        }
    }

    /** What a roster may take over of a row, and what it may not. */
    record Wish(Person.Profile profile, List<CellNote> notes) {}

    @Nullable
    Person withAddress(RosterRow row) {
        return kept(byEmail.get(row.address()));
    }

    @Nullable
    Person withId(@Nullable UUID id) {
        return kept(record(id));
    }

    /** The record of this id itself, though it may have been joined to another. */
    @Nullable
    Person record(@Nullable UUID id) {
        return id == null ? null : byId.get(id);
    }

    @Nullable
    Person holderOfServiceId(RosterRow row) {
        return row.serviceId() == null ? null : kept(byServiceId.get(row.serviceId()));
    }

    boolean isStaff(Person person) {
        return staff.contains(person.id());
    }

    Wish wish(RosterRow row, Person person) {
        List<CellNote> notes = new ArrayList<>();
        Person.Profile profile = row.profile();
        if (isJoined(byEmail.get(row.address()))) {
            notes.add(new CellNote(RosterColumn.email.name(), JOINED));
        }
        boolean joinedId = row.serviceId() != null && isJoined(byServiceId.get(row.serviceId()));
        if (joinedId) {
            notes.add(new CellNote(RosterColumn.service_id.name(), JOINED));
        }
        LocalizedText name = profile.name();
        return new Wish(
                new Person.Profile(
                        name != null && printed.contains(person.id()) ? besideThePrinted(name, person, notes) : name,
                        profile.designation(),
                        profile.unit(),
                        profile.phone(),
                        joinedId ? null : profile.serviceId(),
                        profile.language(),
                        profile.sex()),
                List.copyOf(notes));
    }

    private static @Nullable LocalizedText besideThePrinted(LocalizedText wished, Person person, List<CellNote> notes) {
        LocalizedText name = person.name();
        String en = unlessThere(name == null ? null : name.en(), wished.en(), RosterColumn.name_en, notes);
        String bn = unlessThere(name == null ? null : name.bn(), wished.bn(), RosterColumn.name_bn, notes);
        return en == null && bn == null ? null : new LocalizedText(en, bn);
    }

    private static @Nullable String unlessThere(
            @Nullable String there, @Nullable String wished, RosterColumn column, List<CellNote> notes) {
        if (there == null || wished == null) {
            return wished;
        }
        if (!there.equals(wished)) {
            notes.add(new CellNote(column.name(), "name-on-certificate"));
        }
        return null;
    }

    private static boolean isJoined(@Nullable Person record) {
        return record != null && record.mergedInto() != null;
    }

    private @Nullable Person kept(@Nullable Person record) {
        PersonId kept = record == null ? null : record.mergedInto();
        return kept == null ? record : byId.get(kept.value());
    }
}
