package org.sopan.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sopan.identity.Transfer.State;
import org.sopan.platform.Acting;
import org.sopan.platform.Role;
import org.sopan.shared.DomainException.Conflict;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.shared.DomainException.NotFound;
import org.sopan.testing.AtOnce;
import org.sopan.testing.Rooms;
import org.sopan.testing.TestDatabase;

abstract class TransferRules {
    private static final String EMAIL = "rahima@sopan.example";
    private final TestDatabase database;
    private final Rooms rooms;
    private final Sessions sessions;
    private final AskForTransfer ask;
    private final DecideTransfer decide;
    private final Person learner;
    private final Person newCoordinator;

    TransferRules(TestDatabase database) {
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
        Transfers transfers = new Transfers(rooms.entities);
        ask = new AskForTransfer(
                transfers,
                rooms.people,
                rooms.organizations,
                rooms.outbox,
                rooms.caller,
                rooms.audit,
                rooms.randomness,
                rooms.settings,
                rooms.clock);
        decide = new DecideTransfer(
                transfers,
                rooms.people,
                sessions,
                rooms.organizations,
                rooms.outbox,
                rooms.caller,
                rooms.audit,
                rooms.clock);
        learner = rooms.learner("rahima", "bpatc");
        newCoordinator = rooms.coordinator("nilg");
    }

    @AfterEach
    void everyLetterSaysWhoseItIs() {
        assertThat(database.number("select count(*) from outbox where person is null"))
                .isZero();
    }

    @Test
    void needsThePersonsConsentAndThenTheNewInstitutes() {
        ask(EMAIL, null);
        asLearner();
        UUID id = own().get(0).id();
        assertThat(database.in(() -> decide.consent(id, true)).state()).isEqualTo(State.AGREED);
        assertThat(institute()).isEqualTo("bpatc");
        asNewCoordinator();
        assertThat(decided(id, true)).isEqualTo(State.ACCEPTED);
        assertThat(institute()).isEqualTo("nilg");
        assertThat(mails("transfer-asked")).isEqualTo(1);
        assertThat(mails("transfer-accepted")).isEqualTo(1);
        assertThat(database.in(() -> rooms.people.rolesOf(learner.id())))
                .extracting(RoleHeld::role, RoleHeld::organization)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Role.LEARNER, "nilg"));
    }

    @Test
    void tellsTheNewInstituteNothingBeforeThePersonAgrees() {
        ask("nobody@sopan.example", null);
        ask(EMAIL, null);
        assertThat(list(null)).isEmpty();
        UUID id = id();
        assertNotFound(() -> decided(id, true));
        asLearner();
        database.run(() -> decide.consent(id, true));
        asNewCoordinator();
        assertThat(list("nilg")).extracting(seen -> seen.state()).containsExactly(State.AGREED);
    }

    @Test
    void leavesNothingInTheNewInstitutesAuditTrailBeforeThePersonAgrees() {
        ask("nobody@sopan.example", null);
        ask(EMAIL, null);
        assertThat(audited("nilg")).isEmpty();
        asLearner();
        UUID id = id();
        database.run(() -> decide.consent(id, false));
        assertThat(audited("nilg")).as("after a no").isEmpty();
        rooms.administrator();
        assertThat(audited(null)).containsExactly("transfer-declined", "transfer-asked");
        agreed();
        assertThat(audited("nilg")).as("asked for by the person").containsExactly("transfer-asked");
    }

    @Test
    void tellsTheNewInstituteOfItsTransferOnceThePersonHasAgreed() {
        ask(EMAIL, null);
        asLearner();
        UUID id = id();
        database.run(() -> decide.consent(id, true));
        database.run(() -> decide.withdraw(id));
        assertThat(audited("nilg")).containsExactly("transfer-withdrawn", "transfer-agreed");
    }

    @Test
    void answersTheSameForSomeoneUnknownDeactivatedOrThereAlready() {
        rooms.learner("there", "nilg");
        ask("nobody@sopan.example", null);
        ask("there@sopan.example", null);
        ask(null, "4711");
        database.update("update person set active = false where email = '" + EMAIL + "'");
        ask(EMAIL, null);
        assertThat(database.number("select count(*) from transfer")).isZero();
        assertThat(database.number("select count(*) from outbox")).isZero();
    }

    @Test
    void findsThePersonByServiceIdInBanglaDigitsToo() {
        database.update("update person set service_id = '4711' where email = '" + EMAIL + "'");
        ask(null, "৪৭\u200D১১");
        assertThat(mails("transfer-asked")).isEqualTo(1);
        assertThatThrownBy(() -> ask(null, null)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> ask(EMAIL, "4711")).isInstanceOf(Invalid.class);
    }

    @Test
    void asksThePersonOnceHoweverOftenItIsRequested() {
        ask(EMAIL, null);
        ask(EMAIL, null);
        assertThat(mails("transfer-asked")).isEqualTo(1);
        asLearner();
        UUID id = id();
        database.run(() -> decide.consent(id, false));
        asNewCoordinator();
        ask(EMAIL, null);
        assertThat(mails("transfer-asked")).as("soon after a no").isEqualTo(1);
        rooms.clock.advance(Duration.ofDays(30));
        ask(EMAIL, null);
        assertThat(mails("transfer-asked")).isEqualTo(2);
    }

    @Test
    void isAskedOnceByTwoAtOnce() {
        AtOnce.overlap(database, () -> ask.ask(EMAIL, null, "nilg"), () -> ask.ask(EMAIL, null, "nilg"));
        assertThat(database.number("select count(*) from transfer")).isEqualTo(1);
    }

    @Test
    void isAgreedAtOnceByOneselfAndByAnAdministrator() {
        asLearner();
        assertThat(database.in(() -> ask.own("nilg")).state(rooms.clock.instant()))
                .isEqualTo(State.AGREED);
        database.in(() -> ask.own("nilg"));
        assertThat(database.number("select count(*) from transfer")).isEqualTo(1);
        assertConflict("already-there", () -> database.in(() -> ask.own("bpatc")));
        rooms.learner("second", "bpatc");
        rooms.administrator();
        ask("second@sopan.example", null);
        assertThat(list(null)).extracting(seen -> seen.state()).containsExactly(State.AGREED, State.AGREED);
        assertThat(mails("transfer-asked")).isZero();
    }

    @Test
    void givesTheSameAnswerToTheSameDecisionAndRefusesAnother() {
        UUID id = agreed();
        asNewCoordinator();
        decided(id, true);
        assertThat(decided(id, true)).isEqualTo(State.ACCEPTED);
        assertConflict("transfer-ended", () -> decided(id, false));
        assertThat(mails("transfer-accepted")).isEqualTo(1);
        assertThat(database.number("select count(*) from audit_entry where action = 'transfer-accepted'"
                        + " and details like '%nilg%' and details like '%bpatc%'"))
                .isEqualTo(1);
    }

    @Test
    void isDecidedOnceWhenThePersonWithdrawsAtTheSameMoment() {
        UUID id = agreed();
        rooms.administrator();
        assertThatThrownBy(() -> AtOnce.overlap(database, () -> decide.decide(id, true), () -> decide.withdraw(id)))
                .hasStackTraceContaining("transfer-ended");
        assertThat(institute()).isEqualTo("nilg");
    }

    @Test
    void expiresAfterThirtyDaysAndMakesRoomForANewOne() {
        UUID id = agreed();
        rooms.clock.advance(Duration.ofDays(30));
        asNewCoordinator();
        assertThat(list(null)).extracting(seen -> seen.state()).containsExactly(State.EXPIRED);
        assertConflict("transfer-ended", () -> decided(id, true));
        assertThat(agreed()).isNotEqualTo(id);
    }

    @Test
    void isNotAcceptedWithoutConsentNotEvenByAnAdministrator() {
        ask(EMAIL, null);
        UUID id = id();
        rooms.administrator();
        assertConflict("transfer-not-agreed", () -> decided(id, true));
        database.run(() -> decide.consent(id, true));
        assertThat(decided(id, true)).isEqualTo(State.ACCEPTED);
    }

    @Test
    void isNotConsentedToNorSeenByOthers() {
        UUID id = agreed();
        Acting.coordinator(rooms.caller, newCoordinator.id(), "bard");
        assertNotFound(() -> decided(id, true));
        assertThat(list(null)).isEmpty();
        assertNotFound(() -> list("nilg"));
        assertNotFound(() -> ask(EMAIL, null));
        Acting.learner(rooms.caller, rooms.learner("other", "bpatc").id());
        assertNotFound(() -> database.in(() -> decide.consent(id, true)));
        assertNotFound(() -> database.run(() -> decide.withdraw(id)));
        rooms.coordinator("bpatc");
        assertThat(list("bpatc")).as("her own person leaves").hasSize(1);
        assertNotFound(() -> decided(id, true));
    }

    @Test
    void endsWhatWasHeldForTheOldInstituteAndItsSessions() {
        database.run(() -> rooms.people.grant(learner.id(), Role.COORDINATOR, "bpatc"));
        String session = database.in(() -> sessions.open(learner.id())).token();
        UUID id = agreed();
        asLearner();
        database.in(() -> ask.own("bard"));
        asNewCoordinator();
        decided(id, true);
        assertThat(database.in(() -> rooms.people.rolesOf(learner.id())))
                .extracting(RoleHeld::role)
                .containsExactly(Role.LEARNER);
        assertThat(database.in(() -> sessions.identify(session))).isEmpty();
        assertThat(database.number("select count(*) from transfer where state = 'WITHDRAWN' and open_key is null"))
                .as("the other one")
                .isEqualTo(1);
    }

    /** What the audit trail tells that institute's coordinator, or an administrator. */
    private List<String> audited(@Nullable String institute) {
        if (institute != null) {
            Acting.coordinator(rooms.caller, newCoordinator.id(), institute);
        }
        SearchAudit search = new SearchAudit(rooms.entities, rooms.people, rooms.caller);
        return database
                .in(() -> search.search(new SearchAudit.Wanted(institute, null, null, null, null, null), 0, 50))
                .items()
                .stream()
                .map(SearchAudit.Entry::action)
                .toList();
    }

    private UUID agreed() {
        asLearner();
        return database.in(() -> ask.own("nilg")).id();
    }

    private void ask(@Nullable String email, @Nullable String serviceId) {
        database.run(() -> ask.ask(email, serviceId, "nilg"));
    }

    private State decided(UUID id, boolean accept) {
        return database.in(() -> decide.decide(id, accept)).state();
    }

    private List<Transfer> own() {
        return database.in(decide::own);
    }

    private UUID id() {
        return database.in(() -> new Transfers(rooms.entities).of(learner.id()))
                .get(0)
                .id();
    }

    private List<DecideTransfer.Seen> list(@Nullable String institute) {
        return database.in(() -> decide.list(institute, 0, 50)).items();
    }

    private @Nullable String institute() {
        return database.in(() -> rooms.people.find(learner.id())).orElseThrow().organization();
    }

    private void asLearner() {
        Acting.learner(rooms.caller, learner.id());
    }

    private void asNewCoordinator() {
        Acting.coordinator(rooms.caller, newCoordinator.id(), "nilg");
    }

    private long mails(String template) {
        return database.number("select count(*) from outbox where template = '" + template + "'");
    }

    private static void assertNotFound(ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(NotFound.class);
    }

    private static void assertConflict(String code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(Conflict.class).hasMessage(code);
    }
}
