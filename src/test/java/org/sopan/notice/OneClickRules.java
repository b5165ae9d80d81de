package org.sopan.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sopan.enrolment.Cohort;
import org.sopan.identity.MailOfInstitute;
import org.sopan.identity.Person;
import org.sopan.mail.Letter;
import org.sopan.notice.rest.UnsubscribeResource;
import org.sopan.platform.Acting;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;
import org.sopan.testing.TestDatabase;

/** Being spared: by the one click of a mail program, or signed in. */
abstract class OneClickRules {
    private final TestDatabase database;
    private final NoticeRooms house;
    private final Person learner;

    @SuppressWarnings("NullAway.Init")
    private String token;

    OneClickRules(TestDatabase database) {
        this.database = database;
        house = new NoticeRooms(database);
        learner = house.learner("rahima", "bpatc");
    }

    @BeforeEach
    void remind() {
        house.rooms.enrol(learner, "basics");
        house.live(7);
        String address = house.texts("select unsubscribe from outbox").get(0);
        assertThat(address).startsWith("https://sopan.example/api/unsubscribe/");
        token = address.substring(address.lastIndexOf('/') + 1);
    }

    @Test
    void sparesThePersonFromTheNextReminderAndTheOneThatStillWaits() {
        database.run(() -> house.chooseNotices.stop(token));
        assertThat(house.texts("select state from outbox")).containsExactly("suppressed");
        house.live(14);
        assertThat(house.reminders()).isEqualTo(1);
        assertThat(database.in(house.chooseNotices::own)).isFalse();
    }

    @Test
    void sparesFromEveryKindOfNoticeThatWaitsAndFromNothingElse() {
        Cohort cohort = house.cohort("bpatc", LocalDate.of(2026, 11, 1), LocalDate.of(2027, 6, 30), Map.of("bpatc", 9));
        house.rooms.enrol(learner, "advanced", cohort);
        Person coordinator = house.rooms.coordinator("bpatc");
        database.run(() -> house.announce.announce(
                cohort.id(),
                new Announce.Message(
                        new LocalizedText("Room", null), new LocalizedText("Room 5", null), true, null, null)));
        house.mailAnnouncements.run();
        database.run(() -> house.nudge.nudge(
                "bpatc", new Nudge.Message(List.of(learner.id()), null, "A word", "How are you?", null)));
        database.run(() -> house.rooms.outbox.queue(
                new Letter("x", "invitation", learner.email(), Language.EN, Map.of(), null).to(learner.id())));
        String address = house.texts("select unsubscribe from outbox where template = 'announcement'")
                .get(0);
        database.run(() -> house.chooseNotices.stop(address.substring(address.lastIndexOf('/') + 1)));
        assertThat(house.texts("select template || ' ' || state from outbox order by template"))
                .containsExactly(
                        "announcement suppressed", "invitation queued", "nudge suppressed", "reminder suppressed");
        assertThat(house.texts("select cast(person as varchar) from outbox where person is null or person <> '"
                        + learner.id() + "'"))
                .as("whose it is")
                .isEmpty();
        Acting.coordinator(house.rooms.caller, coordinator.id(), "bpatc");
        MailOfInstitute mail = new MailOfInstitute(house.rooms.entities, house.rooms.organizations, house.rooms.caller);
        assertThat(database.in(() -> mail.list("bpatc", null, null, 0, 50)).items())
                .extracting(MailOfInstitute.Message::template)
                .containsExactlyInAnyOrder("announcement", "invitation", "nudge", "reminder");
    }

    @Test
    void worksYearsLaterAndAsOftenAsItIsPressed() {
        house.sleep(1_000);
        database.run(() -> house.chooseNotices.stop(token));
        database.run(() -> house.chooseNotices.stop(token));
        assertThat(database.in(house.chooseNotices::own)).isFalse();
        assertThat(database.number("select count(*) from audit_entry where action = 'reminders-switched-off'"))
                .isEqualTo(1);
    }

    @Test
    void changesNothingForATokenThatIsNotKnown() {
        for (String unknown : List.of("", "x", token + "x", "' or 1=1 --")) {
            database.run(() -> house.chooseNotices.stop(unknown));
        }
        assertThat(database.in(house.chooseNotices::own)).isTrue();
        assertThat(database.number("select count(*) from notice_choice")).isZero();
    }

    @Test
    void storesOnlyTheHashOfTheToken() {
        assertThat(database.number("select count(*) from notice where token_hash = '" + token + "'"))
                .isZero();
        assertThat(database.in(() -> house.notices.readerOf(token))).contains(learner.id());
    }

    @Test
    void leadsWhoeverOpensTheAddressToAPageAndNowhereElse() {
        java.net.URI home = house.rooms.settings.url();
        assertThat(UnsubscribeResource.pageOf(home, token)).hasToString("https://sopan.example/#/reminders/" + token);
        assertThat(UnsubscribeResource.pageOf(home, "x\r\nSet-Cookie: y"))
                .hasToString("https://sopan.example/#/reminders");
    }

    @Test
    void isTakenBackWhenOneIsSignedIn() {
        database.run(() -> house.chooseNotices.choose(false));
        database.run(() -> house.chooseNotices.choose(true));
        house.live(7);
        assertThat(house.reminders()).isEqualTo(2);
    }
}
