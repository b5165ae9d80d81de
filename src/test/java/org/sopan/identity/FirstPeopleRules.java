package org.sopan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sopan.platform.Seeds;
import org.sopan.testing.Rooms;
import org.sopan.testing.TestDatabase;

abstract class FirstPeopleRules {
    private final TestDatabase database;
    private final Rooms rooms;
    private final FirstPeople firstPeople;

    FirstPeopleRules(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database, Map.of("sopan.demo", "true", "sopan.demo.password", "a demo's password"));
        firstPeople = new FirstPeople(
                rooms.people, new PlainPasswords(), rooms.links, rooms.randomness, rooms.settings, rooms.clock);
        database.run(
                () -> rooms.organizations.seed(Seeds.read("organizations.yaml").list("organizations")));
    }

    /** Hashing takes long, and is not what is asked here. */
    private static final class PlainPasswords extends Passwords {
        @Override
        String hash(String password) {
            return password;
        }
    }

    @Test
    void startsTheDemoAgainAfterSomeoneWasErasedOrHasAnotherAddress() {
        database.run(() -> firstPeople.start(this));
        long people = database.number("select count(*) from person");
        assertThat(people).isPositive();
        database.run(() -> rooms.people
                .byEmail("tanvir.hasan@sopan.example")
                .orElseThrow()
                .erase("erased-1@erased.invalid", rooms.clock.instant()));
        database.run(() ->
                rooms.people.byEmail("sumitra.roy@sopan.example").orElseThrow().changeEmail("new@sopan.example"));
        database.run(() -> firstPeople.start(this));
        assertThat(database.number("select count(*) from person")).isEqualTo(people);
    }
}
