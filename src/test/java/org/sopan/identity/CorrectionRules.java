package org.sopan.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sopan.identity.CorrectionRequest.State;
import org.sopan.platform.Acting;
import org.sopan.platform.Role;
import org.sopan.shared.DomainException.Conflict;
import org.sopan.shared.DomainException.Forbidden;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.shared.DomainException.NotFound;
import org.sopan.shared.LocalizedText;
import org.sopan.testing.AtOnce;
import org.sopan.testing.Rooms;
import org.sopan.testing.TestDatabase;

abstract class CorrectionRules {
    private static final LocalizedText WISHED = new LocalizedText("Rahima Begum", null);
    private final TestDatabase database;
    private final Rooms rooms;
    private final Printings printed = new Printings();
    private final AskForCorrection ask;
    private final DecideCorrection decide;
    private final Person learner;

    CorrectionRules(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database);
        PeopleInCare inCare = new PeopleInCare(rooms.people, rooms.caller);
        Corrections corrections = new Corrections(rooms.entities);
        ask = new AskForCorrection(inCare, corrections, rooms.caller, rooms.audit, rooms.randomness, rooms.clock);
        decide = new DecideCorrection(
                corrections, rooms.people, inCare, printed, rooms.outbox, rooms.caller, rooms.audit, rooms.clock);
        learner = rooms.learner("rahima", "bpatc");
    }

    @AfterEach
    void everyLetterSaysWhoseItIs() {
        assertThat(database.number("select count(*) from outbox where person is null"))
                .isZero();
    }

    @Test
    void isDecidedByTheCoordinatorWhileNoCertificateCarriesTheName() {
        UUID id = asked();
        rooms.coordinator("bpatc");
        DecideCorrection.Seen seen = decided(id, true, null);
        assertThat(seen.outdated()).isEmpty();
        assertThat(name()).isEqualTo(LocalizedText.of("Rahima Begum", "নাম rahima"));
        assertThat(mails("correction-accepted")).isEqualTo(1);
    }

    @Test
    void isAnAdministratorsOnceACertificateCarriesTheNameAndNamesThoseToReplace() {
        LocalizedText old = LocalizedText.of("rahima", "নাম rahima");
        printed.add(learner, "VALID", old, null, true);
        printed.add(learner, "REVOKED", old, null, false);
        printed.add(learner, "RIGHT", WISHED, null, true);
        UUID id = asked();
        rooms.coordinator("bpatc");
        assertThatThrownBy(() -> decided(id, true, null))
                .isInstanceOf(Forbidden.class)
                .hasMessage("needs-administrator");
        assertThat(list(null, null))
                .extracting(seen -> seen.onlyAdministrators())
                .containsExactly(true);
        rooms.administrator();
        assertThat(decided(id, true, "deed poll").outdated()).containsExactly("VALID");
    }

    @Test
    void changesNothingWhenDeclinedAndTellsWhy() {
        UUID id = asked();
        rooms.coordinator("bpatc");
        Invalid refused = catchThrowableOfType(Invalid.class, () -> decided(id, false, " "));
        assertThat(refused.errors()).extracting(error -> error.field()).containsExactly("note");
        assertThat(decided(id, false, "not in the gazette").request().state()).isEqualTo(State.DECLINED);
        assertThat(name()).isEqualTo(learner.name());
        assertThat(database.number("select count(*) from outbox where template = 'correction-declined'"
                        + " and content like '%not in the gazette%'"))
                .isEqualTo(1);
    }

    @Test
    void givesTheSameAnswerToTheSameDecisionAndRefusesAnother() {
        UUID id = asked();
        rooms.coordinator("bpatc");
        decided(id, true, null);
        database.update("update person set name_en = 'Changed Since' where email = 'rahima@sopan.example'");
        assertThat(decided(id, true, "again").request().note()).isNull();
        assertThat(name().en()).as("is not applied twice").isEqualTo("Changed Since");
        assertConflict("correction-decided", () -> decided(id, false, "no"));
        assertThat(mails("correction-accepted")).isEqualTo(1);
        assertThat(database.number("select count(*) from audit_entry where action = 'correction-accepted'"))
                .isEqualTo(1);
    }

    @Test
    void isDecidedOnceWhenTwoDecideAtOnce() {
        UUID id = asked();
        rooms.administrator();
        assertThatThrownBy(() -> AtOnce.overlap(
                        database, () -> decide.decide(id, true, null), () -> decide.decide(id, false, "no")))
                .hasStackTraceContaining("correction-decided");
        assertThat(mails("correction-accepted") + mails("correction-declined")).isEqualTo(1);
        assertThat(name().en()).isEqualTo("Rahima Begum");
    }

    @Test
    void isOneAtATimeAndMustChangeSomething() {
        asked();
        assertConflict("correction-open", this::asked);
        Acting.learner(rooms.caller, rooms.learner("other", "bpatc").id());
        assertThatThrownBy(() -> database.in(() -> ask.ask(new LocalizedText("other", null), null, "why")))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> database.in(() -> ask.ask(null, null, "why"))).isInstanceOf(Invalid.class);
    }

    @Test
    void isOpenForANewOneAfterTheDecision() {
        UUID id = asked();
        rooms.administrator();
        decided(id, false, "no");
        assertThat(asked()).isNotEqualTo(id);
        assertThat(database.in(ask::own)).hasSize(2);
    }

    @Test
    void isNotKnownToACoordinatorElsewhere() {
        UUID id = asked();
        rooms.coordinator("nilg");
        assertThatThrownBy(() -> decided(id, true, null))
                .isInstanceOf(NotFound.class)
                .hasMessage("unknown-correction");
        assertThat(list(null, null)).isEmpty();
        assertThatThrownBy(() -> list(null, "bpatc")).isInstanceOf(NotFound.class);
        rooms.administrator();
        assertThat(list("open", "bpatc")).hasSize(1);
        assertThat(list("accepted", null)).isEmpty();
    }

    @Test
    void isNotDecidedByOneself() {
        Person coordinator = rooms.coordinator("bpatc");
        UUID id = database.in(() -> ask.ask(WISHED, null, "marriage")).id();
        assertThatThrownBy(() -> decided(id, true, null)).isInstanceOf(Forbidden.class);
        database.update("delete from role_held where role = '" + Role.COORDINATOR + "'");
        assertThat(coordinator.email()).isNotEmpty();
        assertThatThrownBy(() -> decided(id, true, null)).isInstanceOf(Forbidden.class);
    }

    private UUID asked() {
        Acting.learner(rooms.caller, learner.id());
        return database.in(() -> ask.ask(WISHED, null, "marriage")).id();
    }

    private DecideCorrection.Seen decided(UUID id, boolean accept, @Nullable String note) {
        return database.in(() -> decide.decide(id, accept, note));
    }

    private java.util.List<DecideCorrection.Seen> list(@Nullable String state, @Nullable String institute) {
        return database.in(() -> decide.list(state, institute, 0, 50)).items();
    }

    private LocalizedText name() {
        return java.util.Objects.requireNonNull(
                database.in(() -> rooms.people.find(learner.id())).orElseThrow().name());
    }

    private long mails(String template) {
        return database.number("select count(*) from outbox where template = '" + template + "'");
    }

    private static void assertConflict(String code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(Conflict.class).hasMessage(code);
    }
}
