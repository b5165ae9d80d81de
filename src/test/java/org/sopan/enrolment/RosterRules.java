package org.sopan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sopan.enrolment.RosterPlan.Action;
import org.sopan.enrolment.RosterPlan.Outcome;
import org.sopan.enrolment.RosterRow.CellError;
import org.sopan.identity.FieldChange;
import org.sopan.identity.Person;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException.Conflict;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.shared.DomainException.NotFound;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;
import org.sopan.testing.Rooms;
import org.sopan.testing.TestDatabase;

abstract class RosterRules {
    private static final String HEADINGS = "email,name_en,name_bn,phone,service_id,language\n";
    private final TestDatabase database;
    private final Rooms rooms;
    private final RosterDesk desk;

    RosterRules(TestDatabase database) {
        this.database = database;
        desk = new RosterDesk(database);
        rooms = desk.rooms;
        rooms.coordinator("bpatc");
    }

    @Test
    void namesWhatIsWrongByRowAndColumn() {
        RosterPlan plan = plan(HEADINGS
                + "sound@sopan.example,Sound,,,,bn\n"
                + ",No address,,,,\n"
                + "not an address,Name,,,,\n"
                + "nameless@sopan.example,,,,,\n"
                + "phone@sopan.example,Name,,call me,,\n"
                + "language@sopan.example,Name,,,,fr\n"
                + "SOUND@sopan.example,Again,,,,\n"
                + "long@sopan.example," + "x".repeat(301) + ",নাম,,,\n");
        assertThat(desk.errors(plan))
                .containsExactlyInAnyOrder(
                        new CellError(3, "email", "missing"),
                        new CellError(4, "email", "email"),
                        new CellError(5, "name_bn", "missing"),
                        new CellError(6, "phone", "phone"),
                        new CellError(7, "language", "language"),
                        new CellError(8, "email", "duplicate"),
                        new CellError(9, "name_en", "too-long"));
        assertThat(plan.counts().rows()).isEqualTo(8);
        assertThat(plan.counts().rejected()).isEqualTo(7);
        assertThat(desk.line(plan, 2).action()).isEqualTo(Action.create);
    }

    @Test
    void countsRowsAsTheSheetDoesPastEmptyOnes() {
        RosterPlan plan = plan(HEADINGS + "\n,,,,,\nbad,Name,,,,\n");
        assertThat(desk.errors(plan)).containsExactly(new CellError(4, "email", "email"));
        assertThat(plan.counts().rows()).isEqualTo(1);
    }

    @Test
    void readsBanglaHeadingsAndDigitsInAnyOrder() {
        RosterPlan plan = plan("পরিচিতি নম্বর,নাম,শাখা,অন্য কিছু,মোবাইল,ই-মেইল,ভাষা\n"
                + "২০১৫-৪৭,\u200Bরহিমা   খাতুন\u200E,প্রশিক্ষণ,x,০১৭১২-৩৪৫৬৭৮,Rahima@Sopan.Example,bn\n");
        RosterRow row = desk.read(plan, 2);
        assertThat(row.serviceId()).isEqualTo("2015-47");
        assertThat(row.phone()).isEqualTo("+8801712345678");
        assertThat(row.value(RosterColumn.name_bn)).isEqualTo("রহিমা খাতুন");
        assertThat(row.value(RosterColumn.unit)).isEqualTo("প্রশিক্ষণ");
        assertThat(row.address()).isEqualTo("rahima@sopan.example");
    }

    @Test
    void keepsTheJoinersThatBanglaNeeds() {
        RosterPlan plan = plan("email,name_bn\na@sopan.example,র\u200D্যাব উদ্\u200Cযাপন\n");
        assertThat(desk.read(plan, 2).value(RosterColumn.name_bn)).isEqualTo("র\u200D্যাব উদ্\u200Cযাপন");
    }

    @Test
    void refusesASheetWithoutItsColumns() {
        assertThatThrownBy(() -> plan("")).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> plan("name\nRahima\n")).hasMessage("roster-without-columns");
        assertThatThrownBy(() -> plan("email\na@sopan.example\n")).hasMessage("roster-without-columns");
        assertThatThrownBy(() -> plan(HEADINGS)).hasMessage("roster-without-rows");
        assertThatThrownBy(() -> plan(HEADINGS + ",,,,,\n\n")).hasMessage("roster-without-rows");
        assertThat(database.number("select count(*) from roster_plan")).isZero();
    }

    @Test
    void tellsOfAnotherInstitutesPeopleOnlyThatTheyAreKnown() {
        rooms.learner("rahima", "nilg");
        database.update("update person set service_id = '4711' where email = 'rahima@sopan.example'");
        RosterPlan plan = plan(HEADINGS + "rahima@sopan.example,New Name,,,,\nother@sopan.example,Other,,,4711,\n");
        assertThat(desk.errors(plan))
                .containsExactly(
                        new CellError(2, "email", "known-elsewhere"),
                        new CellError(3, "service_id", "known-elsewhere"));
        assertThat(desk.actions(plan)).containsOnly(Action.rejected);
    }

    @Test
    void doesNotTellThatAnotherInstitutesPersonIsStaff() {
        rooms.coordinator("nilg");
        rooms.coordinator("bard");
        RosterPlan plan = plan(
                "bard",
                HEADINGS + "coordinator-nilg@sopan.example,Name,,,,\ncoordinator-bard@sopan.example,Name,,,,\n",
                null);
        assertThat(desk.errors(plan))
                .containsExactly(new CellError(2, "email", "known-elsewhere"), new CellError(3, "email", "staff"));
    }

    @Test
    void refusesAServiceIdThatAColleagueHolds() {
        rooms.learner("rahima", "bpatc");
        database.update("update person set service_id = '4711' where email = 'rahima@sopan.example'");
        RosterPlan plan = plan(HEADINGS + "other@sopan.example,Other,,,৪৭১১,\n");
        assertThat(desk.errors(plan)).containsExactly(new CellError(2, "service_id", "service-id-taken"));
    }

    @Test
    void saysWhatWouldHappenAndWritesNothingElse() {
        rooms.learner("rahima", "bpatc");
        rooms.learner("karim", "bpatc");
        RosterPlan plan = plan(HEADINGS + "new@sopan.example,New,,,,\nrahima@sopan.example,rahima,,,,\n"
                + "karim@sopan.example,Karim Uddin,,,,\n");
        assertThat(desk.actions(plan)).containsExactly(Action.create, Action.unchanged, Action.update);
        assertThat(desk.line(plan, 4).verdict().changes())
                .containsExactly(new FieldChange("name_en", "karim", "Karim Uddin"));
        assertThat(database.number("select count(*) from person where email = 'new@sopan.example'"))
                .isZero();
        assertThat(database.number("select count(*) from enrolment")).isZero();
        assertThat(database.number("select count(*) from outbox")).isZero();
    }

    @Test
    void createsEnrolsAndInvitesOnce() {
        rooms.learner("rahima", "bpatc");
        RosterPlan plan =
                plan(HEADINGS + "new@sopan.example,New,নতুন,,4712,en\nrahima@sopan.example,Rahima K,,,,\nx,,,,,\n");
        Outcome outcome = apply(plan);
        assertThat(outcome).isEqualTo(new Outcome(1, 1, 2, 1));
        assertThat(apply(plan)).isEqualTo(outcome);
        assertThat(database.number("select count(*) from enrolment where course = 'basics' and institute = 'bpatc'"))
                .isEqualTo(2);
        assertThat(database.number("select count(*) from outbox where template = 'invitation'"))
                .isEqualTo(2);
        Person person =
                database.in(() -> rooms.people.byEmail("new@sopan.example")).orElseThrow();
        assertThat(person.name()).isEqualTo(LocalizedText.of("New", "নতুন"));
        assertThat(person.language()).isEqualTo(Language.EN);
        assertThat(person.organization()).isEqualTo("bpatc");
        assertThat(database.in(() -> rooms.people.rolesOf(person.id()))).hasSize(1);
    }

    @Test
    void enrolsNobodyTwiceWhenTheSameRosterComesAgain() {
        String roster = HEADINGS + "new@sopan.example,New,,,,\n";
        apply(plan(roster));
        assertThat(apply(plan(roster))).isEqualTo(new Outcome(0, 0, 0, 0));
        assertThat(database.number("select count(*) from enrolment")).isEqualTo(1);
    }

    @Test
    void invitesNobodyWhoHasSignedUp() {
        rooms.learner("rahima", "bpatc");
        database.update("update person set password_hash = 'x'");
        apply(plan(HEADINGS + "rahima@sopan.example,Rahima,,,,\n"));
        assertThat(database.number("select count(*) from outbox")).isZero();
    }

    @Test
    void refusesAPlanWhosePeopleChangedSinceAndDoesNothing() {
        Person person = rooms.learner("rahima", "bpatc");
        RosterPlan plan = plan(HEADINGS + "new@sopan.example,New,,,,\nrahima@sopan.example,Rahima K,,,,\n"
                + "late@sopan.example,Late,,,,\n");
        database.run(() -> rooms.people
                .find(person.id())
                .orElseThrow()
                .revise(new Person.Profile(null, null, "Another unit", null, null, null)));
        rooms.learner("late", "bpatc");
        Conflict stale = catchThrowableOfType(Conflict.class, () -> apply(plan));
        assertThat(stale).hasMessage("plan-stale");
        assertThat(stale.details().get("rows")).hasToString("[3,4]");
        assertThat(database.number("select count(*) from person where email = 'new@sopan.example'"))
                .isZero();
        assertThat(database.number("select count(*) from enrolment")).isZero();
    }

    @Test
    void refusesAServiceIdThatWasTakenSince() {
        RosterPlan plan = plan(HEADINGS + "new@sopan.example,New,,,4711,\n");
        rooms.learner("rahima", "nilg");
        database.update("update person set service_id = '4711' where email = 'rahima@sopan.example'");
        assertThatThrownBy(() -> apply(plan)).isInstanceOf(Conflict.class).hasMessage("plan-stale");
    }

    @Test
    void endsAfterADayUnlessItWasApplied() {
        RosterPlan applied = plan(HEADINGS + "new@sopan.example,New,,,,\n");
        RosterPlan waiting = plan(HEADINGS + "other@sopan.example,Other,,,,\n");
        Outcome outcome = apply(applied);
        rooms.clock.advance(Duration.ofHours(24));
        assertThat(apply(applied)).isEqualTo(outcome);
        assertThatThrownBy(() -> apply(waiting)).isInstanceOf(Conflict.class).hasMessage("plan-ended");
    }

    @Test
    void appliesAllOrNoneWhenSeatsRunOut() {
        CohortId cohort = cohort(Map.of("bpatc", 1));
        RosterPlan plan = plan("bpatc", HEADINGS + "a@sopan.example,A,,,,\nb@sopan.example,B,,,,\n", cohort);
        assertThatThrownBy(() -> apply(plan)).isInstanceOf(Conflict.class).hasMessage("no-seats-left");
        assertThat(database.number("select count(*) from person where email like '_@sopan.example'"))
                .isZero();
        assertThat(database.number("select count(*) from outbox")).isZero();
        RosterPlan fits = plan("bpatc", HEADINGS + "a@sopan.example,A,,,,\n", cohort);
        assertThat(apply(fits)).isEqualTo(new Outcome(1, 0, 1, 0));
        assertThat(apply(plan("bpatc", HEADINGS + "a@sopan.example,A,,,,\n", cohort)))
                .as("who has a seat needs no second one")
                .isEqualTo(new Outcome(0, 0, 0, 0));
    }

    @Test
    void isKnownToItsOwnInstituteOnly() {
        RosterPlan plan = plan(HEADINGS + "new@sopan.example,New,,,,\n");
        CohortId cohort = cohort(Map.of("bpatc", 1));
        rooms.coordinator("nilg");
        assertThatThrownBy(() -> apply(plan)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> plan(HEADINGS)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> plan("nilg", HEADINGS, cohort)).isInstanceOf(NotFound.class);
    }

    @Test
    void canBeDroppedUntilItIsApplied() {
        RosterPlan dropped = plan(HEADINGS + "new@sopan.example,New,,,,\n");
        RosterPlan applied = plan(HEADINGS + "new@sopan.example,New,,,,\n");
        database.run(() -> desk.applyRoster.drop(dropped.id()));
        assertThatThrownBy(() -> apply(dropped)).isInstanceOf(NotFound.class);
        apply(applied);
        assertThatThrownBy(() -> database.run(() -> desk.applyRoster.drop(applied.id())))
                .isInstanceOf(Conflict.class);
    }

    private CohortId cohort(Map<String, Integer> seats) {
        return desk.cohort(seats);
    }

    private RosterPlan plan(String csv) {
        return desk.plan(csv);
    }

    private RosterPlan plan(String institute, String csv, @Nullable CohortId cohort) {
        return desk.plan(institute, csv, cohort);
    }

    private Outcome apply(RosterPlan plan) {
        return desk.apply(plan);
    }
}
