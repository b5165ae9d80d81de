package org.sopan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sopan.enrolment.RosterPlan.Left;
import org.sopan.enrolment.RosterPlan.Undone;
import org.sopan.enrolment.ShowRoster.Progress;
import org.sopan.identity.AcceptInvitation;
import org.sopan.identity.Passwords;
import org.sopan.shared.CohortId;
import org.sopan.testing.AtOnce;
import org.sopan.testing.Rooms;
import org.sopan.testing.TestDatabase;

abstract class RosterRaceRules {
    private static final String HEADINGS = "email,name_en\n";
    private static final String PASSWORD = "নদীর ধারে ৭টি বটগাছ";
    private final TestDatabase database;
    private final Rooms rooms;
    private final RosterDesk desk;
    private final AcceptInvitation accept;

    RosterRaceRules(TestDatabase database) {
        this.database = database;
        desk = new RosterDesk(database);
        rooms = desk.rooms;
        rooms.coordinator("bpatc");
        accept = new AcceptInvitation(
                rooms.links,
                rooms.people,
                new Passwords(),
                rooms.sessions,
                rooms.outbox,
                rooms.audit,
                rooms.settings,
                rooms.clock);
    }

    @Test
    void givesTheLastSeatsOfACohortToOneOfTwoRosters() {
        CohortId cohort = desk.cohort(Map.of("bpatc", 3));
        desk.apply(desk.plan("bpatc", HEADINGS + "seated@sopan.example,Seated\n", cohort));
        RosterPlan one = desk.plan("bpatc", HEADINGS + "a@sopan.example,A\nb@sopan.example,B\n", cohort);
        RosterPlan other = desk.plan("bpatc", HEADINGS + "c@sopan.example,C\nd@sopan.example,D\n", cohort);
        assertThatThrownBy(() -> AtOnce.overlap(
                        database, () -> desk.applyRoster.apply(one.id()), () -> desk.applyRoster.apply(other.id())))
                .hasStackTraceContaining("no-seats-left");
        assertThat(database.number("select count(*) from enrolment where state = 'INVITED'"))
                .isEqualTo(3);
        assertThat(database.number("select count(*) from person where email like '_@sopan.example'"))
                .as("of the refused one nothing is left")
                .isEqualTo(2);
        assertThat(database.number("select count(*) from roster_progress")).isZero();
    }

    @Test
    void leavesOneWhoSignsUpAtTheSameMoment() {
        RosterPlan plan = applied();
        String token = token();
        List<Undone> undone = new CopyOnWriteArrayList<>();
        AtOnce.overlap(
                database,
                () -> {
                    accept.accept(token, PASSWORD, null, null);
                    rooms.entities.flush();
                },
                () -> undone.add(desk.undoRoster.undo(plan.id())));
        assertThat(undone.get(0).people()).isZero();
        assertThat(undone.get(0).left()).contains(new Left(2, "signed-up"));
        assertThat(desk.person("new@sopan.example").hasSignedUp()).isTrue();
    }

    @Test
    void letsNobodySignUpWhoIsJustTakenBack() {
        RosterPlan plan = applied();
        String token = token();
        assertThatThrownBy(() -> AtOnce.overlap(
                        database,
                        () -> desk.undoRoster.undo(plan.id()),
                        () -> accept.accept(token, PASSWORD, null, null)))
                .hasStackTraceContaining("link-not-valid");
        assertThat(database.number("select count(*) from person where email = 'new@sopan.example'"))
                .isZero();
        assertThat(database.number("select count(*) from session_token")).isZero();
    }

    /** The link of a mail that has left stays until its person goes: both ways touch it before the person. */
    @Test
    void neitherWaitsForTheOtherForEverWhenTheMailHasLeft() {
        RosterPlan plan = applied();
        String token = token();
        database.update("update outbox set state = 'sent'");
        List<Undone> undone = new CopyOnWriteArrayList<>();
        AtOnce.overlap(
                database,
                () -> accept.accept(token, PASSWORD, null, null),
                () -> undone.add(desk.undoRoster.undo(plan.id())));
        assertThat(undone.get(0).left()).contains(new Left(2, "mail-sent"), new Left(2, "signed-up"));
        assertThat(desk.person("new@sopan.example").hasSignedUp()).isTrue();
    }

    @Test
    void tellsEveryNodeHowFarItIs() {
        int rows = RosterRows.PART + 3;
        StringBuilder list = new StringBuilder(HEADINGS);
        for (int i = 0; i < rows; i++) {
            list.append("p%1$d@sopan.example,Person %1$d%n".formatted(i));
        }
        RosterPlan plan = desk.plan(list.toString());
        List<Progress> seen = new CopyOnWriteArrayList<>();
        rooms.events.observedBy(new Looker(plan, seen));
        desk.apply(plan);
        assertThat(seen)
                .containsExactly(
                        new Progress("applying", 0, rows, null), new Progress("applying", RosterRows.PART, rows, null));
        assertThat(database.number("select count(*) from roster_progress")).isZero();
    }

    /** Looks from another persistence context while a part is being applied. */
    private final class Looker {
        private final RosterPlan plan;
        private final List<Progress> seen;

        Looker(RosterPlan plan, List<Progress> seen) {
            this.plan = plan;
            this.seen = seen;
        }

        void look(@Observes RosterApplied part) {
            AtOnce.run(() -> seen.add(database.in(() -> desk.showRoster.application(plan.id()))));
        }
    }

    private RosterPlan applied() {
        RosterPlan plan = desk.plan(HEADINGS + "new@sopan.example,New\n");
        desk.apply(plan);
        return plan;
    }

    private String token() {
        String mail = database.in(() -> (String) rooms.entities
                .createNativeQuery("select content from outbox where address = 'new@sopan.example'")
                .getSingleResult());
        Matcher link = Pattern.compile("/invitation/([\\w-]+)").matcher(mail);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
