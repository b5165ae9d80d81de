package org.sopan.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sopan.enrolment.Cohort;
import org.sopan.identity.Person;
import org.sopan.platform.Acting;
import org.sopan.shared.DomainException.Forbidden;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.shared.DomainException.NotFound;
import org.sopan.shared.LocalizedText;
import org.sopan.testing.AtOnce;
import org.sopan.testing.CountedStatements;
import org.sopan.testing.TestDatabase;

abstract class AnnouncementRules {
    private final TestDatabase database;
    private final NoticeRooms house;
    private final Person rahima;
    private final Person karim;

    @SuppressWarnings("NullAway.Init")
    private Cohort cohort;

    @SuppressWarnings("NullAway.Init")
    private Person host;

    AnnouncementRules(TestDatabase database) {
        this.database = database;
        house = new NoticeRooms(database);
        rahima = house.learner("rahima", "bpatc");
        karim = house.learner("karim", "nilg");
    }

    @BeforeEach
    void open() {
        cohort = house.cohort(
                "bpatc", LocalDate.of(2026, 11, 1), LocalDate.of(2027, 6, 30), Map.of("bpatc", 9, "nilg", 9));
        house.rooms.enrol(rahima, "basics", cohort);
        house.rooms.enrol(karim, "basics", cohort);
        house.rooms.enrol(house.learner("not in it", "bpatc"), "basics");
        host = house.rooms.coordinator("bpatc");
    }

    @Test
    void reachesTheWholeCohortFromItsHost() {
        assertThat(announce("a").announcement().mailTo()).isEqualTo(2);
        assertThat(mailed()).containsExactly("karim@sopan.example", "rahima@sopan.example");
        assertThat(readBy(rahima).items()).hasSize(1);
        assertThat(readBy(karim).items()).hasSize(1);
    }

    @Test
    void reachesHerOwnPeopleFromAnotherInstitutesCoordinator() {
        house.rooms.coordinator("nilg");
        announce("a");
        assertThat(mailed()).containsExactly("karim@sopan.example");
        assertThat(readBy(karim).items()).hasSize(1);
        assertThat(readBy(rahima).items()).isEmpty();
        Acting.coordinator(house.rooms.caller, house.rooms.caller.person(), "nilg");
        assertThatThrownBy(() -> announce("b", "bpatc")).isInstanceOf(NotFound.class);
    }

    @Test
    void reachesTheCohortFromItsFacilitatorAndAnAdministrator() {
        Acting.facilitator(house.rooms.caller, host.id(), cohort.id());
        assertThat(announce("a").announcement().mailTo()).isEqualTo(2);
        Acting.administrator(house.rooms.caller, host.id());
        assertThat(announce("b").announcement().mailTo()).isEqualTo(2);
        Acting.facilitator(house.rooms.caller, host.id(), new org.sopan.shared.CohortId(UUID.randomUUID()));
        assertThatThrownBy(() -> announce("c")).isInstanceOf(NotFound.class);
        Acting.coordinator(house.rooms.caller, host.id(), "bard");
        assertThatThrownBy(() -> announce("c")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> database.in(() -> house.readAnnouncements.to(cohort.id())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void stillStandsOnThePageOfWhoWishesNoMail() {
        database.run(() -> house.choices.choose(rahima.id(), false));
        assertThat(announce("a").announcement().mailTo()).isEqualTo(1);
        assertThat(readBy(rahima).items()).hasSize(1);
    }

    @Test
    void reachesWhomARecordWasJoinedToOnce() {
        Person kept = house.learner("kept", "bard");
        database.update("update person set active = false, merged_into = '" + kept.id() + "' where id in ('"
                + rahima.id() + "', '" + karim.id() + "')");
        Announce.Outcome outcome = announce("a");
        assertThat(outcome.announcement().mailTo()).isEqualTo(1);
        assertThat(mailed()).containsExactly("kept@sopan.example");
        Acting.joined(house.rooms.caller, kept.id(), Set.of(rahima.id(), karim.id()));
        assertThat(database.in(() -> house.readAnnouncements.own(0, 50)).unseen())
                .isEqualTo(1);
        database.run(() -> house.readAnnouncements.see(outcome.announcement().id()));
        assertThat(database.in(() -> house.readAnnouncements.own(0, 50)).unseen())
                .isZero();
        database.update("insert into announcement_seen (announcement, person, seen_at) select id, '" + rahima.id()
                + "', published_at from announcement");
        ReadAnnouncements.Told told = toldTo("bpatc").get(0);
        assertThat(told.people()).isEqualTo(1);
        assertThat(told.seen()).isEqualTo(1);
    }

    @Test
    void isMadeOnceWithTheSameOnce() {
        Announce.Outcome first = announce("a");
        house.sleep(3);
        Announce.Outcome again = announce("a");
        assertThat(again.announcement().id()).isEqualTo(first.announcement().id());
        assertThat(again.isNew()).isFalse();
        assertThat(mailed()).hasSize(2);
    }

    @Test
    void isTheSameWithinTenMinutesWhereTheWordsAre() {
        UUID first = announce(null).announcement().id();
        house.rooms.clock.advance(Duration.ofSeconds(599));
        assertThat(announce(null).announcement().id()).isEqualTo(first);
        house.rooms.clock.advance(Duration.ofSeconds(2));
        assertThat(announce(null).announcement().id()).isNotEqualTo(first);
    }

    @Test
    void isMadeOnceWhenItIsClickedTwice() {
        AtOnce.run(() -> announce(null), () -> announce(null));
        AtOnce.run(() -> announce("a"), () -> announce("a"));
        assertThat(database.number("select count(*) from announcement")).isEqualTo(2);
        assertThat(mailed()).hasSize(4);
    }

    @Test
    void isTakenBackByItsAuthorWithTheMailThatStillWaits() {
        UUID id = announce(null).announcement().id();
        assertThat(mailed()).hasSize(2);
        database.update("update outbox set state = 'sent' where address like 'karim%'");
        database.run(() -> house.announce.withdraw(id));
        database.run(() -> house.announce.withdraw(id));
        assertThat(house.texts("select state from outbox where template = 'announcement' order by address"))
                .containsExactly("sent", "suppressed");
        assertThat(readBy(rahima).items()).isEmpty();
        assertThat(database.number("select count(*) from audit_entry where action = 'announcement-withdrawn'"))
                .isEqualTo(1);
        Acting.coordinator(house.rooms.caller, host.id(), "bpatc");
        assertThat(announce(null).isNew()).as("the same words after that").isTrue();
        assertThat(database.in(() -> house.readAnnouncements.to(cohort.id())))
                .extracting(told -> told.announcement().withdrawnAt() == null)
                .containsExactlyInAnyOrder(true, false);
    }

    @Test
    void isTakenBackByNobodyElse() {
        UUID id = announce(null).announcement().id();
        house.rooms.coordinator("nilg");
        assertThatThrownBy(() -> database.run(() -> house.announce.withdraw(id)))
                .isInstanceOf(Forbidden.class);
        Acting.coordinator(house.rooms.caller, house.rooms.caller.person(), "bard");
        assertThatThrownBy(() -> database.run(() -> house.announce.withdraw(id)))
                .isInstanceOf(NotFound.class);
        Acting.administrator(house.rooms.caller, house.rooms.caller.person());
        database.run(() -> house.announce.withdraw(id));
        assertThat(readBy(rahima).items()).isEmpty();
    }

    @Test
    void isSeenOnceAndCountedForThoseWhosePeopleItIsFor() {
        UUID id = announce(null).announcement().id();
        assertThat(readBy(rahima).unseen()).isEqualTo(1);
        see(rahima, id);
        house.sleep(1);
        see(rahima, id);
        ReadAnnouncements.Inbox inbox = readBy(rahima);
        assertThat(inbox.unseen()).isZero();
        assertThat(inbox.total()).isEqualTo(1);
        assertThat(inbox.items().get(0).seenAt()).isEqualTo(org.sopan.testing.MovingClock.BEGIN);
        ReadAnnouncements.Told told = toldTo("bpatc").get(0);
        assertThat(told.people()).isEqualTo(2);
        assertThat(told.seen()).isEqualTo(1);
        assertThat(toldTo("nilg").get(0).seen())
                .as("of the whole cohort another institute's coordinator learns no number")
                .isNull();
    }

    @Test
    void cannotBeSeenByWhomItIsNotFor() {
        UUID id = announce(null).announcement().id();
        Person other = house.learner("other", "bpatc");
        assertThatThrownBy(() -> see(other, id)).isInstanceOf(NotFound.class);
        database.update("update enrolment set state = 'WITHDRAWN' where person = '" + rahima.id() + "'");
        assertThatThrownBy(() -> see(rahima, id)).isInstanceOf(NotFound.class);
        assertThat(readBy(rahima).items()).isEmpty();
    }

    @Test
    void readsAPageInAFixedNumberOfQueries() {
        announce("a");
        Acting.learner(house.rooms.caller, rahima.id());
        int one = CountedStatements.of(database, () -> house.readAnnouncements.own(0, 50))
                .size();
        Acting.coordinator(house.rooms.caller, host.id(), "bpatc");
        for (int i = 0; i < 30; i++) {
            announce("more " + i);
        }
        Acting.learner(house.rooms.caller, rahima.id());
        assertThat(readBy(rahima).items()).hasSize(31);
        assertThat(CountedStatements.of(database, () -> house.readAnnouncements.own(0, 50)))
                .hasSize(one);
    }

    @Test
    void tellsWhatACohortWasToldInAFixedNumberOfQueries() {
        for (int i = 0; i < 3; i++) {
            announce("few " + i);
        }
        List<String> few = CountedStatements.of(database, () -> house.readAnnouncements.to(cohort.id()));
        for (int i = 3; i < 30; i++) {
            announce("more " + i);
        }
        assertThat(database.in(() -> house.readAnnouncements.to(cohort.id()))).hasSize(30);
        assertThat(CountedStatements.of(database, () -> house.readAnnouncements.to(cohort.id())))
                .hasSameSizeAs(few);
    }

    @Test
    void needsWordsInOneLanguage() {
        assertThatThrownBy(() -> database.in(() -> house.announce.announce(
                        cohort.id(),
                        new Announce.Message(
                                new LocalizedText("Title", null),
                                new LocalizedText("\u200B", null),
                                true,
                                null,
                                null))))
                .isInstanceOf(Invalid.class);
    }

    private Announce.Outcome announce(@Nullable String once) {
        return announce(once, null);
    }

    private Announce.Outcome announce(@Nullable String once, @Nullable String institute) {
        return database.in(() -> house.announce.announce(
                cohort.id(),
                new Announce.Message(
                        new LocalizedText("Room", "কক্ষ"),
                        new LocalizedText("We meet in room 5.", "আমরা ৫ নম্বর কক্ষে বসব।"),
                        true,
                        institute,
                        once)));
    }

    private ReadAnnouncements.Inbox readBy(Person person) {
        Acting.learner(house.rooms.caller, person.id());
        return database.in(() -> house.readAnnouncements.own(0, 50));
    }

    private void see(Person person, UUID id) {
        Acting.learner(house.rooms.caller, person.id());
        database.run(() -> house.readAnnouncements.see(id));
    }

    private List<ReadAnnouncements.Told> toldTo(String institute) {
        return house.asCoordinator(institute, () -> house.readAnnouncements.to(cohort.id()));
    }

    private List<String> mailed() {
        house.mailAnnouncements.run();
        return house.texts("select address from outbox where template = 'announcement' order by address");
    }
}
