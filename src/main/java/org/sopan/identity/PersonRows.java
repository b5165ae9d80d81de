package org.sopan.identity;

import jakarta.persistence.OptimisticLockException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.Batches;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.PersonId;

/**
 * People written many at a time, as the entity manager would write them one by one. A roster of ten thousand spends most
 * of its time in writing.
 */
final class PersonRows {
    private static final String INSERT = "insert into person (name_en, name_bn, designation_en, designation_bn, unit,"
            + " phone, service_id, sex, language, sort_en, sort_bn, email, organization, password_hash, active,"
            + " merged_into, erased_at, created_at, id, version)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, " + People.FIRST_VERSION + ")";
    private static final String UPDATE = "update person set name_en = ?, name_bn = ?, designation_en = ?,"
            + " designation_bn = ?, unit = ?, phone = ?, service_id = ?, sex = ?, language = ?, sort_en = ?,"
            + " sort_bn = ?, version = version + 1 where id = ? and version = ?";
    private final Batches batches;

    PersonRows(Batches batches) {
        this.batches = batches;
    }

    void insert(Collection<Person> people) {
        batches.execute(INSERT, people.stream().map(PersonRows::whole).toList());
    }

    /** What stands in people's profiles; the rest of a record changes one by one. */
    void update(Collection<Person> people) {
        List<@Nullable Object[]> rows = people.stream()
                .map(person -> with(profile(person), person.id().value(), person.version()))
                .toList();
        if (Arrays.stream(batches.execute(UPDATE, rows)).anyMatch(count -> count != 1)) {
            throw new OptimisticLockException("someone of many was changed meanwhile");
        }
    }

    private static @Nullable Object[] whole(Person person) {
        PersonId kept = person.mergedInto();
        return with(
                profile(person),
                person.email(),
                person.organization(),
                person.passwordHash(),
                person.isActive(),
                kept == null ? null : kept.value(),
                person.erasedAt(),
                person.createdAt(),
                person.id().value());
    }

    private static @Nullable Object[] profile(Person person) {
        Person.Profile profile = person.profile();
        LocalizedText name = profile.name();
        LocalizedText designation = profile.designation();
        Person.Sex sex = profile.sex();
        return new @Nullable Object[] {
            name == null ? null : name.en(),
            name == null ? null : name.bn(),
            designation == null ? null : designation.en(),
            designation == null ? null : designation.bn(),
            profile.unit(),
            profile.phone(),
            profile.serviceId(),
            sex == null ? null : sex.name(),
            person.language().name(),
            person.sortEn(),
            person.sortBn()
        };
    }

    private static @Nullable Object[] with(@Nullable Object[] some, @Nullable Object... more) {
        return Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray();
    }
}
