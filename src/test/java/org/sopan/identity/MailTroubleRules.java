package org.sopan.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sopan.mail.AddressTroubles;
import org.sopan.shared.DomainException.NotFound;
import org.sopan.testing.Rooms;
import org.sopan.testing.TestDatabase;

/** Who looks after someone sees that her address takes no mail, and lets it be tried again. */
abstract class MailTroubleRules {
    private static final String NOW = "timestamp with time zone '2026-11-22 04:00:00+00'";
    private final TestDatabase database;
    private final Rooms rooms;
    private final ClearMailTrouble clear;
    private final Person person;

    MailTroubleRules(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database);
        person = rooms.learner("rahima", "bpatc");
        clear = new ClearMailTrouble(
                new PeopleInCare(rooms.people, rooms.caller),
                new AddressTroubles(rooms.entities, rooms.batches, rooms.woken::add, rooms.clock),
                rooms.audit,
                rooms.caller);
    }

    @BeforeEach
    void refuse() {
        database.update("insert into address_trouble (address, since, reply) values ('" + person.email() + "', " + NOW
                + ", '550 5.1.1 no such user')");
        database.update("insert into outbox (id, dedupe_key, template, address, language, content, released, state,"
                + " attempts, due_at, message_id, created_at, person, failure, last_error) values"
                + " ('00000000-0000-0000-0000-00000000000a', 'a', 'invitation', '" + person.email()
                + "', 'BN', '{}', true, 'failed', 1, " + NOW + ", 'm', " + NOW + ", '" + person.id()
                + "', 'address', '550 5.1.1 no such user')");
    }

    @Test
    void theCoordinatorSeesItBesideTheMail() {
        rooms.coordinator("bpatc");
        MailOfInstitute mail = new MailOfInstitute(rooms.entities, rooms.organizations, rooms.caller);
        assertThat(database.in(() -> mail.list("bpatc", null, null, 0, 10)).items())
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.refusedSince()).isEqualTo(rooms.clock.instant());
                    assertThat(each.error()).isEqualTo("550 5.1.1 no such user");
                });
    }

    @Test
    void theCoordinatorLetsItBeTriedAgainOnce() {
        rooms.coordinator("bpatc");
        database.run(() -> clear.of(person.id()));
        database.run(() -> clear.of(person.id()));
        assertThat(database.number("select count(*) from address_trouble")).isZero();
        assertThat(database.number("select count(*) from outbox where state = 'queued' and failure is null"))
                .isEqualTo(1);
        assertThat(database.number("select count(*) from audit_entry where action = 'mail-trouble-cleared'"
                        + " and institute = 'bpatc'"))
                .isEqualTo(1);
    }

    @Test
    void nobodyElseDoes() {
        rooms.coordinator("nilg");
        assertThatThrownBy(() -> database.run(() -> clear.of(person.id()))).isInstanceOf(NotFound.class);
        assertThat(database.number("select count(*) from address_trouble")).isEqualTo(1);
    }
}
