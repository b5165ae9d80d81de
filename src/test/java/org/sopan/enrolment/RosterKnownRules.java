package org.sopan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.sopan.enrolment.RosterLine.Decision;
import org.sopan.enrolment.RosterPlan.Action;
import org.sopan.enrolment.RosterPlan.Outcome;
import org.sopan.enrolment.RosterRow.CellError;
import org.sopan.identity.FieldChange;
import org.sopan.identity.Person;
import org.sopan.shared.DomainException.Conflict;
import org.sopan.shared.LocalizedText;
import org.sopan.testing.Rooms;
import org.sopan.testing.TestDatabase;

/** A learner {@code x} of {@link Rooms} is called "x" and "নাম x". */
abstract class RosterKnownRules {
    private static final String HEADINGS = "email,name_en,name_bn,unit,phone,service_id\n";
    private final TestDatabase database;
    private final Rooms rooms;
    private final RosterDesk desk;

    RosterKnownRules(TestDatabase database) {
        this.database = database;
        desk = new RosterDesk(database);
        rooms = desk.rooms;
        rooms.coordinator("bpatc");
    }

    @Test
    void keepsANameThatStandsOnACertificateAndAppliesTheRest() {
        desk.printings.print(rooms.learner("rahima", "bpatc"));
        RosterPlan plan = desk.plan(HEADINGS + "rahima@sopan.example,Rahima Khatun,নাম rahima,Library,,\n");
        assertThat(desk.line(plan, 2).verdict().changes()).containsExactly(new FieldChange("unit", null, "Library"));
        assertThat(desk.line(plan, 2).verdict().notes())
                .containsExactly(new CellNote("name_en", "name-on-certificate"));
        assertThat(database.in(() -> desk.showRoster.show(plan.id())).noted())
                .extracting(RosterLine::row)
                .containsExactly(2);
        assertThat(desk.apply(plan)).isEqualTo(new Outcome(0, 1, 1, 0));
        Person after = desk.person("rahima@sopan.example");
        assertThat(after.name()).isEqualTo(LocalizedText.of("rahima", "নাম rahima"));
        assertThat(after.profile().unit()).isEqualTo("Library");
    }

    @Test
    void addsTheLanguageThatAPrintedNameLacks() {
        Person person = rooms.learner("rahima", "bpatc");
        desk.printings.print(person);
        database.update("update person set name_bn = null where email = 'rahima@sopan.example'");
        RosterPlan plan = desk.plan(HEADINGS + "rahima@sopan.example,rahima,রহিমা খাতুন,,,\n");
        assertThat(desk.line(plan, 2).verdict().notes()).isEmpty();
        desk.apply(plan);
        assertThat(desk.person("rahima@sopan.example").name()).isEqualTo(LocalizedText.of("rahima", "রহিমা খাতুন"));
    }

    @Test
    void takesARowThatOnlyRewritesAPrintedNameForUnchanged() {
        desk.printings.print(rooms.learner("rahima", "bpatc"));
        RosterPlan plan = desk.plan(HEADINGS + "rahima@sopan.example,Rahima Khatun,রহিমা খাতুন,,,\n");
        assertThat(desk.actions(plan)).containsExactly(Action.unchanged);
        assertThat(desk.line(plan, 2).verdict().notes()).hasSize(2);
        assertThat(desk.apply(plan)).isEqualTo(new Outcome(0, 0, 1, 0));
    }

    @Test
    void refusesAPlanWhoseNameWasPrintedSince() {
        Person person = rooms.learner("rahima", "bpatc");
        RosterPlan plan = desk.plan(HEADINGS + "rahima@sopan.example,Rahima Khatun,,,,\n");
        desk.printings.print(person);
        assertThatThrownBy(() -> desk.apply(plan)).isInstanceOf(Conflict.class).hasMessage("plan-stale");
        assertThat(desk.person("rahima@sopan.example").name()).isEqualTo(LocalizedText.of("rahima", "নাম rahima"));
    }

    @Test
    void leadsFromAnOldAddressToTheRecordThatWasKept() {
        Person kept = rooms.learner("kept", "bpatc");
        join(rooms.learner("old", "bpatc"), kept);
        RosterPlan plan = desk.plan(HEADINGS + "old@sopan.example,kept,,Library,,\nkept@sopan.example,kept,,,,\n");
        assertThat(desk.actions(plan)).containsExactly(Action.update, Action.rejected);
        assertThat(desk.line(plan, 2).person()).isEqualTo(kept.id().value());
        assertThat(desk.line(plan, 2).verdict().notes()).containsExactly(new CellNote("email", "joined-record"));
        assertThat(desk.errors(plan)).containsExactly(new CellError(3, "email", "duplicate"));
        assertThat(desk.apply(plan)).isEqualTo(new Outcome(0, 1, 1, 1));
        assertThat(desk.person("kept@sopan.example").profile().unit()).isEqualTo("Library");
        assertThat(database.number("select count(*) from enrolment where person = '" + kept.id() + "'"))
                .isEqualTo(1);
        assertThat(database.number("select count(*) from outbox where address = 'kept@sopan.example'"))
                .isEqualTo(1);
    }

    @Test
    void leavesAServiceIdWithTheRecordThatWasJoined() {
        Person kept = rooms.learner("kept", "bpatc");
        Person old = rooms.learner("old", "bpatc");
        database.update("update person set service_id = '4711' where email = 'old@sopan.example'");
        join(old, kept);
        RosterPlan plan = desk.plan(HEADINGS + "kept@sopan.example,kept,,Library,,4711\n");
        assertThat(desk.line(plan, 2).verdict().notes()).containsExactly(new CellNote("service_id", "joined-record"));
        assertThat(desk.apply(plan)).isEqualTo(new Outcome(0, 1, 1, 0));
    }

    @Test
    void asksAboutTheKeptRecordWhereAJoinedOneIsAlike() {
        Person kept = rooms.learner("kept", "bpatc");
        Person old = rooms.learner("old", "bpatc");
        database.update("update person set phone = '+8801712345678' where email = 'old@sopan.example'");
        join(old, kept);
        RosterPlan plan = desk.plan(HEADINGS + "new@sopan.example,old,,,01712345678,\n");
        RosterLine.Question question = desk.line(plan, 2).verdict().question();
        assertThat(question)
                .isEqualTo(new RosterLine.Question(
                        new RosterLine.Known(kept.id().toString(), kept.name(), null, "kept@sopan.example"), null, 0));
        desk.decide(plan, 2, Decision.same);
        assertThat(desk.line(plan, 2).person()).isEqualTo(kept.id().value());
    }

    @Test
    void tellsOfAJoinedRecordNothingWhereTheKeptOneIsElsewhere() {
        Person old = rooms.learner("old", "bpatc");
        join(old, rooms.learner("kept", "nilg"));
        RosterPlan plan = desk.plan(HEADINGS + "old@sopan.example,old,,,,\n");
        assertThat(desk.errors(plan)).containsExactly(new CellError(2, "email", "known-elsewhere"));
    }

    @Test
    void refusesAPlanWhosePeopleWereJoinedSince() {
        Person kept = rooms.learner("kept", "bpatc");
        Person old = rooms.learner("old", "bpatc");
        RosterPlan plan = desk.plan(HEADINGS + "old@sopan.example,Old,,,,\n");
        join(old, kept);
        assertThatThrownBy(() -> desk.apply(plan)).isInstanceOf(Conflict.class).hasMessage("plan-stale");
    }

    @Test
    void namesRecordsThatAreClosed() {
        rooms.learner("left", "bpatc");
        rooms.learner("gone", "bpatc");
        database.update("update person set active = false where email = 'left@sopan.example'");
        database.update("update person set active = false, erased_at = created_at,"
                + " email = 'erased-1@erased.invalid' where email = 'gone@sopan.example'");
        RosterPlan plan = desk.plan(HEADINGS + "left@sopan.example,left,,,,\nerased-1@erased.invalid,gone,,,,\n"
                + "gone@sopan.example,gone,,,,\n");
        assertThat(desk.errors(plan))
                .containsExactly(new CellError(2, "email", "inactive"), new CellError(3, "email", "erased"));
        assertThat(desk.line(plan, 4).action())
                .as("nothing is left of an erased person by which to be known")
                .isEqualTo(Action.create);
    }

    private void join(Person old, Person kept) {
        assertThat(database.update("update person set active = false, version = version + 1, merged_into = '"
                        + kept.id() + "' where id = '" + old.id() + "'"))
                .isEqualTo(1);
    }
}
