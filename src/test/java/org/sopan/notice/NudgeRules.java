package org.sopan.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sopan.enrolment.Cohort;
import org.sopan.identity.Person;
import org.sopan.platform.Acting;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.shared.DomainException.NotFound;
import org.sopan.shared.PersonId;
import org.sopan.testing.AtOnce;
import org.sopan.testing.TestDatabase;

abstract class NudgeRules {
    private final TestDatabase database;
    private final NoticeRooms house;
    private final Person rahima;
    private final Person karim;
    private final Person elsewhere;

    @SuppressWarnings("NullAway.Init")
    private Person coordinator;

    NudgeRules(TestDatabase database) {
        this.database = database;
        house = new NoticeRooms(database);
        rahima = house.learner("rahima", "bpatc");
        karim = house.learner("karim", "bpatc");
        elsewhere = house.learner("elsewhere", "nilg");
    }

    @BeforeEach
    void callAsCoordinator() {
        coordinator = house.rooms.coordinator("bpatc");
    }

    @Test
    void goesToTheCoordinatorsOwnPeopleOnly() {
        PersonId nobody = new PersonId(house.rooms.randomness.id());
        Nudge.Outcome outcome = nudge(rahima.id(), elsewhere.id(), nobody, rahima.id());
        assertThat(outcome.queued()).isEqualTo(1);
        assertThat(outcome.left())
                .containsExactlyInAnyOrder(
                        new Nudge.Left(elsewhere.id(), "unknown-person"), new Nudge.Left(nobody, "unknown-person"));
        assertThat(addresses()).containsExactly("rahima@sopan.example");
    }

    @Test
    void reachesSomeoneWhoMovedAwayWhileSomethingIsOpen() {
        house.rooms.enrol(rahima, "basics");
        database.update("update person set organization = 'nilg' where id = '" + rahima.id() + "'");
        Acting.coordinator(house.rooms.caller, coordinator.id(), "bpatc");
        assertThat(nudge(rahima.id()).queued()).isEqualTo(1);
        database.update("update enrolment set state = 'COMPLETED'");
        house.sleep(1);
        assertThat(nudge(rahima.id()).queued()).isZero();
    }

    @Test
    void goesToAPersonOnceADayWhoeverSendsIt() {
        assertThat(nudge(rahima.id()).queued()).isEqualTo(1);
        Nudge.Outcome again = nudge(rahima.id(), karim.id());
        assertThat(again.queued()).isEqualTo(1);
        assertThat(again.left()).containsExactly(new Nudge.Left(rahima.id(), "nudged-today"));
        house.sleep(1);
        assertThat(nudge(rahima.id()).queued()).isEqualTo(1);
    }

    @Test
    void goesOnceWhenItIsClickedTwice() {
        AtOnce.run(() -> nudge(rahima.id(), karim.id()), () -> nudge(rahima.id(), karim.id()));
        assertThat(addresses()).hasSize(2);
    }

    @Test
    void keepsTheNextReminderAtADistance() {
        house.rooms.enrol(rahima, "basics");
        house.sleep(6);
        Acting.coordinator(house.rooms.caller, coordinator.id(), "bpatc");
        assertThat(nudge(rahima.id()).queued()).isEqualTo(1);
        house.live(4);
        assertThat(house.reminders()).isZero();
        house.live(2);
        assertThat(house.remindedOn(rahima.id())).containsExactly("2026-12-03");
    }

    @Test
    void isNotHeldBackByAReminder() {
        house.rooms.enrol(rahima, "basics");
        house.live(7);
        Acting.coordinator(house.rooms.caller, coordinator.id(), "bpatc");
        assertThat(nudge(rahima.id()).queued()).isEqualTo(1);
    }

    @Test
    void goesToWhomARecordWasJoined() {
        database.update("update person set active = false, merged_into = '" + karim.id() + "' where id = '"
                + rahima.id() + "'");
        Nudge.Outcome outcome = nudge(rahima.id(), karim.id());
        assertThat(outcome.queued()).isEqualTo(1);
        assertThat(outcome.left()).isEmpty();
        assertThat(addresses()).containsExactly("karim@sopan.example");
        assertThat(nudge(rahima.id()).left()).containsExactly(new Nudge.Left(rahima.id(), "nudged-today"));
    }

    @Test
    void leavesOutWhoIsAwayOrWishesToBeSpared() {
        database.update("update person set active = false where id = '" + karim.id() + "'");
        database.run(() -> house.choices.choose(rahima.id(), false));
        assertThat(nudge(rahima.id(), karim.id()).left())
                .containsExactlyInAnyOrder(
                        new Nudge.Left(rahima.id(), "unsubscribed"), new Nudge.Left(karim.id(), "deactivated"));
        assertThat(addresses()).isEmpty();
    }

    @Test
    void goesToThoseOfACohortWhoHaveSomethingOpen() {
        Cohort cohort = house.cohort("bpatc", LocalDate.of(2026, 11, 1), LocalDate.of(2027, 6, 30), Map.of());
        house.rooms.enrol(rahima, "basics", cohort);
        house.rooms.enrol(elsewhere, "basics", cohort);
        house.rooms.enrol(karim, "basics", cohort);
        database.update("update enrolment set state = 'COMPLETED' where person = '" + karim.id() + "'");
        Acting.coordinator(house.rooms.caller, coordinator.id(), "bpatc");
        assertThat(nudge(List.of(), cohort.id(), "Words").queued()).isEqualTo(1);
        assertThat(addresses()).containsExactly("rahima@sopan.example");
    }

    @Test
    void isSignedAndListedAndWrittenDown() {
        nudge(rahima.id());
        assertThat(house.texts("select content from outbox where template = 'nudge'")
                        .get(0))
                .contains("coordinator-bpatc", "Public Administration Training Centre");
        assertThat(database.in(() -> house.postedNotices.list("bpatc", rahima.id(), 0, 50))
                        .items())
                .singleElement()
                .satisfies(posted -> {
                    assertThat(posted.kind()).isEqualTo("nudge");
                    assertThat(posted.subject()).isEqualTo("A word");
                    assertThat(posted.author()).isEqualTo(house.rooms.caller.person());
                });
        assertThat(database.number("select count(*) from audit_entry where action = 'nudged'"))
                .isEqualTo(1);
    }

    @Test
    void refusesOtherInstitutesAndEmptyWords() {
        assertThatThrownBy(() ->
                        database.in(() -> house.nudge.nudge("nilg", message(List.of(elsewhere.id()), null, "Words"))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> nudge(List.of(), null, "Words")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> nudge(List.of(rahima.id()), null, "\u200B\n\u200B"))
                .isInstanceOf(Invalid.class);
        assertThat(addresses()).isEmpty();
    }

    @Test
    void keepsParagraphsAndNothingThatCouldBeAHeader() {
        Nudge.Message message = new Nudge.Message(
                List.of(rahima.id()), null, "A word\r\nBcc: all@sopan.example", "One\r\n\r\n\r\n\r\nTwo\u202E", null);
        database.in(() -> house.nudge.nudge("bpatc", message));
        String content = house.texts("select content from outbox where template = 'nudge'")
                .get(0);
        assertThat(content).contains("\"A word Bcc: all@sopan.example\"").contains("\"One\\n\\nTwo\"");
        assertThat(Set.copyOf(addresses())).containsExactly("rahima@sopan.example");
    }

    private Nudge.Outcome nudge(PersonId... people) {
        return nudge(List.of(people), null, "How are you getting on?");
    }

    private Nudge.Outcome nudge(List<PersonId> people, @Nullable CohortId cohort, String body) {
        return database.in(() -> house.nudge.nudge("bpatc", message(people, cohort, body)));
    }

    private static Nudge.Message message(List<PersonId> people, @Nullable CohortId cohort, String body) {
        return new Nudge.Message(people, cohort, "A word", body, null);
    }

    private List<String> addresses() {
        return house.texts("select address from outbox where template = 'nudge' order by address");
    }
}
