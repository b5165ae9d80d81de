package org.sopan.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sopan.platform.Acting;
import org.sopan.testing.Rooms;
import org.sopan.testing.TestDatabase;

abstract class ContactsRules {
    private final TestDatabase database;
    private final Rooms rooms;
    private final ListContacts listContacts;
    private final Person learner;

    ContactsRules(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database);
        listContacts = new ListContacts(rooms.people, rooms.roles, rooms.caller);
        learner = rooms.learner("rahima", "bpatc");
        rooms.coordinator("bpatc");
        rooms.coordinator("nilg");
        database.update("update person set password_hash = 'x', phone = '+8801700000000'");
        Acting.learner(rooms.caller, learner.id());
    }

    @Test
    void areThoseWhoLookAfterTheOwnInstituteAlone() {
        assertThat(own()).extracting(Person::email).containsExactly("coordinator-bpatc@sopan.example");
        assertThat(own()).extracting(person -> person.profile().phone()).containsExactly("+8801700000000");
    }

    @Test
    void areNotThoseWhoCannotAnswer() {
        database.update("update person set password_hash = null where email = 'coordinator-bpatc@sopan.example'");
        assertThat(own()).isEmpty();
        database.update("update person set password_hash = 'x', active = false"
                + " where email = 'coordinator-bpatc@sopan.example'");
        assertThat(own()).isEmpty();
    }

    @Test
    void areNobodyForWhoBelongsToNoInstitute() {
        rooms.administrator();
        assertThat(own()).isEmpty();
    }

    private List<Person> own() {
        return database.in(listContacts::own);
    }
}
