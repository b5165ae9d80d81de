package org.sopan.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sopan.mail.Letter;
import org.sopan.platform.Role;
import org.sopan.shared.DomainException.Conflict;
import org.sopan.shared.DomainException.Forbidden;
import org.sopan.shared.DomainException.Gone;
import org.sopan.shared.DomainException.NotFound;
import org.sopan.shared.Language;
import org.sopan.shared.PersonId;
import org.sopan.testing.AtOnce;
import org.sopan.testing.Rooms;
import org.sopan.testing.TestDatabase;

abstract class DeactivationRules {
    private final TestDatabase database;
    private final Rooms rooms;
    private final Sessions sessions;
    private final DeactivatePerson deactivatePerson;
    private final Person learner;

    DeactivationRules(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database);
        sessions = new Sessions(
                rooms.entities,
                rooms.people,
                rooms.organizations,
                rooms.clock,
                rooms.randomness,
                database::then,
                rooms.settings);
        deactivatePerson = new DeactivatePerson(
                new PeopleInCare(rooms.people, rooms.caller),
                new LastAdministrator(rooms.entities),
                sessions,
                rooms.links,
                rooms.outbox,
                rooms.caller,
                rooms.audit);
        learner = rooms.learner("rahima", "bpatc");
        rooms.coordinator("bpatc");
    }

    @Test
    void endsSessionsAndLinksAtOnce() {
        String token = database.in(() -> sessions.open(learner.id())).token();
        String link = database.in(() -> rooms.links.make(OneTimeLinks.Purpose.INVITATION, learner.id()))
                .address();
        assertThat(database.in(() -> sessions.identify(token))).isPresent();
        deactivate(learner.id());
        assertThat(database.in(() -> sessions.identify(token))).isEmpty();
        assertThatThrownBy(() -> database.in(() ->
                        rooms.links.use(OneTimeLinks.Purpose.INVITATION, link.substring(link.lastIndexOf('/') + 1))))
                .isInstanceOf(Gone.class);
    }

    @Test
    void keepsBackAllMailButThatOfCertificates() {
        queue("invitation");
        queue("certificate");
        deactivate(learner.id());
        assertThat(database.number(
                        "select count(*) from outbox where template = 'invitation' and state = 'suppressed'"))
                .isEqualTo(1);
        assertThat(database.number("select count(*) from outbox where template = 'certificate' and state = 'queued'"))
                .isEqualTo(1);
        Invite invite = new Invite(rooms.links, rooms.outbox, rooms.organizations, rooms.people, rooms.enrolments);
        database.run(() -> invite.send(rooms.people.find(learner.id()).orElseThrow(), "again"));
        assertThat(database.number("select count(*) from outbox")).isEqualTo(2);
    }

    @Test
    void changesNothingTheSecondTimeAndGoesBack() {
        deactivate(learner.id());
        deactivate(learner.id());
        assertThat(audited("person-deactivated")).isEqualTo(1);
        assertThat(database.in(() -> deactivatePerson.activate(learner.id(), "is back"))
                        .isActive())
                .isTrue();
        database.in(() -> deactivatePerson.activate(learner.id(), "is back"));
        assertThat(audited("person-activated")).isEqualTo(1);
        assertThat(database.number("select count(*) from audit_entry where details like '%has left%'"))
                .isEqualTo(1);
    }

    @Test
    void isForOnesOwnPeopleWithoutAStaffRole() {
        PersonId viewer = rooms.learner("viewer", "bpatc").id();
        database.run(() -> rooms.people.grant(viewer, Role.VIEWER, "bpatc"));
        assertThatThrownBy(() -> deactivate(viewer)).isInstanceOf(Forbidden.class);
        rooms.coordinator("nilg");
        assertThatThrownBy(() -> deactivate(learner.id())).isInstanceOf(NotFound.class);
        rooms.administrator();
        assertThat(deactivate(viewer).isActive()).isFalse();
    }

    @Test
    void neverTakesTheLastAdministratorWhoCanSignIn() {
        Person first = rooms.administrator();
        PersonId second = rooms.learner("second", "bpatc").id();
        database.run(() -> rooms.people.grant(second, Role.ADMINISTRATOR, null));
        signUp(first.id());
        assertThatThrownBy(() -> deactivate(first.id()))
                .isInstanceOf(Conflict.class)
                .hasMessage("last-administrator");
        signUp(second);
        deactivate(first.id());
        assertThatThrownBy(() -> deactivate(second)).isInstanceOf(Conflict.class);
    }

    @Test
    void letsNotTwoAdministratorsPutEachOtherOutAtOnce() {
        PersonId first = rooms.administrator().id();
        PersonId second = rooms.learner("second", "bpatc").id();
        database.run(() -> rooms.people.grant(second, Role.ADMINISTRATOR, null));
        signUp(first);
        signUp(second);
        assertThatThrownBy(() -> AtOnce.overlap(
                        database,
                        () -> deactivatePerson.deactivate(first, "out"),
                        () -> deactivatePerson.deactivate(second, "out")))
                .hasStackTraceContaining("last-administrator");
        assertThat(database.number("select count(*) from person where active and password_hash is not null"))
                .isEqualTo(1);
    }

    private Person deactivate(PersonId id) {
        return database.in(() -> deactivatePerson.deactivate(id, "has left"));
    }

    private void signUp(PersonId id) {
        database.run(() -> rooms.people.find(id).orElseThrow().changePassword("hash"));
    }

    private void queue(String template) {
        database.run(() -> rooms.outbox.queue(
                new Letter("once/" + template, template, learner.email(), Language.BN, Map.of(), null)));
    }

    private long audited(String action) {
        return database.number("select count(*) from audit_entry where action = '" + action + "'");
    }
}
