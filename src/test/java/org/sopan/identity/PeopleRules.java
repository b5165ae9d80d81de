package org.sopan.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sopan.platform.Role;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.PersonId;
import org.sopan.testing.MovingClock;
import org.sopan.testing.Rooms;
import org.sopan.testing.TestDatabase;

abstract class PeopleRules {
    private final TestDatabase database;
    private final Rooms rooms;

    PeopleRules(TestDatabase database) {
        this.database = database;
        this.rooms = new Rooms(database);
    }

    @Test
    void findsAPersonByEMailHoweverItIsTyped() {
        Person person = add("  Rahima.Khatun@Sopan.Example ", null);
        assertThat(person.email()).isEqualTo("rahima.khatun@sopan.example");
        assertThat(database.in(() -> rooms.people.byEmail("RAHIMA.khatun@sopan.example ")))
                .contains(person);
    }

    @Test
    void refusesTheSameEMailInAnotherSpelling() {
        add("rahima@sopan.example", null);
        assertThatThrownBy(() -> add("RAHIMA@sopan.example", null)).isInstanceOf(PersistenceException.class);
        assertThat(database.number("select count(*) from person")).isEqualTo(1);
    }

    @Test
    void refusesTheSameServiceIdButLetsManyHaveNone() {
        add("one@sopan.example", "4711");
        add("two@sopan.example", null);
        add("three@sopan.example", null);
        assertThatThrownBy(() -> add("four@sopan.example", "4711")).isInstanceOf(PersistenceException.class);
    }

    @Test
    void readsBackWhatWasStored() {
        Person person = add("rahima@sopan.example", "4711");
        Person read = database.in(() -> rooms.people.find(person.id()).orElseThrow());
        assertThat(read.profile()).isEqualTo(person.profile());
        assertThat(read.organization()).isEqualTo("bpatc");
        assertThat(read.createdAt()).isEqualTo(MovingClock.BEGIN);
        assertThat(read.isActive()).isTrue();
        assertThat(read.hasSignedUp()).isFalse();
    }

    @Test
    void writesManyAsItWritesOne() {
        Person one = person("one@sopan.example");
        Person other = person("other@sopan.example");
        database.run(() -> rooms.people.add(one));
        database.run(() -> rooms.people.addAll(List.of(other)));
        assertThat(database.different("person", "id", "email")).isEqualTo(1);
        Person.Profile wished = new Person.Profile(
                LocalizedText.of("Rahima Khatun", "রহিমা খাতুন"),
                LocalizedText.of("Director", "পরিচালক"),
                "Library",
                "+8801812345678",
                null,
                Language.EN,
                Person.Sex.OTHER);
        database.run(() -> rooms.people.find(one.id()).orElseThrow().revise(wished));
        Person read = database.in(() -> rooms.people.find(other.id()).orElseThrow());
        read.revise(wished);
        database.run(() -> rooms.people.saveAll(List.of(read)));
        assertThat(database.different("person", "id", "email")).isEqualTo(1);
        assertThat(database.number("select count(*) from person where unit = 'Library' and version = 2"))
                .isEqualTo(2);
        assertThatThrownBy(() -> database.run(() -> rooms.people.saveAll(List.of(read))))
                .isInstanceOf(OptimisticLockException.class);
    }

    private Person person(String email) {
        return new Person(
                new PersonId(rooms.randomness.id()),
                email,
                new Person.Profile(
                        LocalizedText.of("Rahima", "রহিমা"),
                        LocalizedText.of("Instructor", "প্রশিক্ষক"),
                        "Training",
                        "+8801712345678",
                        null,
                        Language.BN,
                        Person.Sex.FEMALE),
                "bpatc",
                rooms.clock.instant());
    }

    /** PostgreSQL takes 65,535 parameters in one query. */
    @Test
    void asksAboutMoreThanOneQueryCanName() {
        Person known = add("rahima@sopan.example", "4711");
        List<String> many =
                IntStream.range(0, 70_000).mapToObj(i -> i + "@x.example").toList();
        List<String> emails =
                Stream.concat(many.stream(), Stream.of(known.email())).toList();
        assertThat(database.in(() -> rooms.people.among(emails, many))).containsExactly(known);
        List<PersonId> ids = Stream.concat(
                        Stream.generate(() -> new PersonId(rooms.randomness.id()))
                                .limit(70_000),
                        Stream.of(known.id()))
                .toList();
        assertThat(database.in(() -> rooms.people.all(ids))).containsExactly(known);
        assertThat(database.in(() -> rooms.people.locked(ids))).containsExactly(known);
        assertThat(database.in(() -> rooms.people.staffAmong(ids))).isEmpty();
        assertThat(database.in(() -> rooms.people.records(ids))).hasSize(ids.size());
    }

    @Test
    void keepsWhatANewProfileLeavesOut() {
        PersonId id = add("rahima@sopan.example", "4711").id();
        LocalizedText bangla = new LocalizedText(null, "রহিমা খাতুন");
        assertThat(database.in(() -> revise(id, bangla))).isTrue();
        assertThat(database.in(() -> revise(id, bangla))).isFalse();
        Person read = database.in(() -> rooms.people.find(id).orElseThrow());
        assertThat(read.name()).isEqualTo(LocalizedText.of("Rahima Khatun", "রহিমা খাতুন"));
        assertThat(read.serviceId()).isEqualTo("4711");
        assertThat(read.language()).isEqualTo(Language.BN);
    }

    @Test
    void findsPeopleByEMailOrServiceIdAtOnce() {
        Person one = add("one@sopan.example", null);
        Person two = add("two@sopan.example", "4711");
        add("three@sopan.example", "4712");
        assertThat(database.in(() -> rooms.people.among(List.of("one@sopan.example"), List.of("4711"))))
                .containsExactlyInAnyOrder(one, two);
        assertThat(database.in(() -> rooms.people.among(List.of(), List.of("4711"))))
                .containsExactly(two);
        assertThat(database.in(() -> rooms.people.among(List.of(), List.of()))).isEmpty();
    }

    @Test
    void grantsARoleOnceAndForSeveralInstitutes() {
        PersonId id = add("rahima@sopan.example", null).id();
        database.run(() -> rooms.people.grant(id, Role.COORDINATOR, "bpatc"));
        database.run(() -> rooms.people.grant(id, Role.COORDINATOR, "bpatc"));
        database.run(() -> rooms.people.grant(id, Role.COORDINATOR, "nilg"));
        database.run(() -> rooms.people.grant(id, Role.LEARNER, "bpatc"));
        assertThat(database.in(() -> rooms.people.rolesOf(id)))
                .extracting(RoleHeld::role, RoleHeld::organization)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Role.COORDINATOR, "bpatc"),
                        org.assertj.core.groups.Tuple.tuple(Role.COORDINATOR, "nilg"),
                        org.assertj.core.groups.Tuple.tuple(Role.LEARNER, "bpatc"));
    }

    @Test
    void tellsStaffFromLearners() {
        PersonId learner = rooms.learner("learner", "bpatc").id();
        PersonId coordinator = rooms.coordinator("bpatc").id();
        PersonId administrator = rooms.administrator().id();
        assertThat(database.in(() -> rooms.people.staffAmong(List.of(learner, coordinator, administrator))))
                .containsExactlyInAnyOrder(coordinator, administrator);
    }

    @Test
    void countsAnAdministratorOnlyOncePasswordIsChosen() {
        PersonId administrator = rooms.administrator().id();
        assertThat(database.in(rooms.people::anyAdministratorCanSignIn)).isFalse();
        database.run(() ->
                rooms.people.find(administrator).orElseThrow().changePassword("$argon2id$v=19$m=1,t=1,p=1$AA$AA"));
        assertThat(database.in(rooms.people::anyAdministratorCanSignIn)).isTrue();
        database.update("update person set active = false");
        assertThat(database.in(rooms.people::anyAdministratorCanSignIn)).isFalse();
    }

    private boolean revise(PersonId id, LocalizedText name) {
        return rooms.people.find(id).orElseThrow().revise(new Person.Profile(name, null, null, null, null, null));
    }

    private Person add(String email, @Nullable String serviceId) {
        return database.in(() -> {
            Person person = new Person(
                    new PersonId(rooms.randomness.id()),
                    email,
                    new Person.Profile(
                            new LocalizedText("Rahima Khatun", null), null, "Training", null, serviceId, Language.BN),
                    "bpatc",
                    rooms.clock.instant());
            rooms.people.add(person);
            return person;
        });
    }
}
