package org.sopan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sopan.enrolment.RosterLine.Decision;
import org.sopan.enrolment.RosterLine.Question;
import org.sopan.enrolment.RosterPlan.Action;
import org.sopan.enrolment.RosterPlan.Outcome;
import org.sopan.enrolment.RosterRow.CellError;
import org.sopan.identity.FieldChange;
import org.sopan.identity.Person;
import org.sopan.platform.Acting;
import org.sopan.platform.Role;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException.Conflict;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.shared.DomainException.NotFound;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.PersonId;
import org.sopan.testing.Rooms;
import org.sopan.testing.TestDatabase;

abstract class RosterQuestionRules {
    private static final String HEADINGS = "email,name_en,name_bn,designation_bn,phone,service_id\n";
    private final TestDatabase database;
    private final Rooms rooms;
    private final RosterDesk desk;

    RosterQuestionRules(TestDatabase database) {
        this.database = database;
        desk = new RosterDesk(database);
        rooms = desk.rooms;
        rooms.coordinator("bpatc");
    }

    @Test
    void asksAboutOneOfTheSameNameAndPhone() {
        Person known = known("abdur@sopan.example", "মোঃ আব্দুর রহিম", null, "+8801712345678", null, "bpatc");
        RosterPlan plan = desk.plan(HEADINGS + "rahim@sopan.example,,জনাব আব্দুর রহিম,,০১৭১২৩৪৫৬৭৮,\n");
        assertThat(plan.counts()).isEqualTo(new RosterPlan.Counts(1, 0, 0, 0, 1, 0, 0));
        Question question = question(plan, 2);
        assertThat(question.person())
                .isEqualTo(new RosterLine.Known(known.id().toString(), known.name(), null, "abdur@sopan.example"));
        assertThat(desk.apply(plan)).as("who is undecided stays out").isEqualTo(new Outcome(0, 0, 0, 1));
    }

    @Test
    void doesNotAddWhoMayHaveBeenAddedByAnotherRosterSince() {
        RosterPlan first = desk.plan(HEADINGS + "home@sopan.example,,আব্দুর রহিম,,01712345678,\n");
        RosterPlan second = desk.plan(HEADINGS + "office@sopan.example,,মোঃ আব্দুর রহিম,,01712345678,\n");
        desk.apply(first);
        assertThatThrownBy(() -> desk.apply(second))
                .isInstanceOf(Conflict.class)
                .hasMessage("plan-stale");
        assertThat(desk.actions(desk.plan(HEADINGS + "office@sopan.example,,মোঃ আব্দুর রহিম,,01712345678,\n")))
                .containsExactly(Action.undecided);
    }

    @Test
    void changesNobodyWhoHasBecomeStaffSince() {
        Person person = known("rahima@sopan.example", "রহিমা", null, null, null, "bpatc");
        RosterPlan plan = desk.plan(HEADINGS + "rahima@sopan.example,Rahima Khatun,,,,\n");
        assertThat(desk.actions(plan)).containsExactly(Action.update);
        database.run(() -> rooms.people.grant(person.id(), Role.VIEWER, "bpatc"));
        assertThatThrownBy(() -> desk.apply(plan)).isInstanceOf(Conflict.class).hasMessage("plan-stale");
        assertThat(desk.person("rahima@sopan.example").name()).isEqualTo(new LocalizedText(null, "রহিমা"));
    }

    @Test
    void takesNoSeatForOneWhoLearnsTheSameElsewhere() {
        Person busy = known("busy@sopan.example", "ব্যস্ত", null, null, null, "bpatc");
        rooms.enrol(busy, "basics");
        Acting.coordinator(
                rooms.caller, desk.person("coordinator-bpatc@sopan.example").id(), "bpatc");
        CohortId cohort = desk.cohort(Map.of("bpatc", 1));
        RosterPlan plan =
                desk.plan("bpatc", HEADINGS + "busy@sopan.example,,ব্যস্ত,,,\nnew@sopan.example,New,,,,\n", cohort);
        assertThat(desk.apply(plan).enrolled()).isEqualTo(1);
    }

    @Test
    void enrolsIntoNoCohortThatIsOver() {
        CohortId cohort = desk.cohort(Map.of("bpatc", 5));
        RosterPlan plan = desk.plan("bpatc", HEADINGS + "new@sopan.example,New,,,,\n", cohort);
        database.update("update cohort set ends = date '2026-11-02'");
        assertThatThrownBy(() -> desk.apply(plan)).isInstanceOf(Conflict.class).hasMessage("cohort-over");
        assertThatThrownBy(() -> desk.plan("bpatc", HEADINGS + "late@sopan.example,Late,,,,\n", cohort))
                .isInstanceOf(Conflict.class)
                .hasMessage("cohort-over");
        assertThat(database.number("select count(*) from enrolment")).isZero();
    }

    @Test
    void asksAboutTheSameDesignationOrServiceIdToo() {
        known("one@sopan.example", "র\u200D্যাব খান", "সহকারী পরিচালক", null, null, "bpatc");
        known("two@sopan.example", "ডা. আয়েশা সিদ্দিকা", null, null, "4711", "bpatc");
        RosterPlan plan = desk.plan(HEADINGS
                + "a@sopan.example,,র্যাব খান,সহকারী পরিচালক,,\n"
                + "b@sopan.example,,আ\u09AF\u09BCেশা সিদ্দিকা,,,৪৭১১\n"
                + "c@sopan.example,,র্যাব খান,উপপরিচালক,,\n");
        assertThat(desk.actions(plan)).containsExactly(Action.undecided, Action.undecided, Action.create);
    }

    @Test
    void knowsEnglishHonorificsAndCase() {
        known("one@sopan.example", "MD. KARIM UDDIN", null, "+8801712345678", null, "bpatc");
        RosterPlan plan = desk.plan(HEADINGS + "a@sopan.example,Mohammad Karim Uddin,,,1712345678,\n");
        assertThat(desk.actions(plan)).containsExactly(Action.undecided);
    }

    @Test
    void asksNothingAboutPeopleOfOtherInstitutes() {
        known("one@sopan.example", "আব্দুর রহিম", null, "+8801712345678", null, "nilg");
        RosterPlan plan = desk.plan(HEADINGS + "a@sopan.example,,আব্দুর রহিম,,01712345678,\n");
        assertThat(desk.actions(plan)).containsExactly(Action.create);
    }

    @Test
    void updatesThePersonWhoIsTheSameAndKeepsTheEMail() {
        Person known = known("abdur@sopan.example", "আব্দুর রহিম", null, "+8801712345678", null, "bpatc");
        RosterPlan plan = desk.plan(HEADINGS + "rahim@sopan.example,Abdur Rahim,আব্দুর রহিম,,01712345678,4711\n");
        RosterPlan decided = desk.decide(plan, 2, Decision.same);
        assertThat(decided.counts().update()).isEqualTo(1);
        assertThat(desk.line(plan, 2).verdict().changes())
                .containsExactly(
                        new FieldChange("name_en", null, "Abdur Rahim"), new FieldChange("service_id", null, "4711"));
        assertThat(desk.apply(plan)).isEqualTo(new Outcome(0, 1, 1, 0));
        Person after = desk.person("abdur@sopan.example");
        assertThat(after.id()).isEqualTo(known.id());
        assertThat(after.name()).isEqualTo(LocalizedText.of("Abdur Rahim", "আব্দুর রহিম"));
        assertThat(database.number("select count(*) from person where email = 'rahim@sopan.example'"))
                .isZero();
    }

    @Test
    void makesAnotherPersonOfOneWhoIsDifferentOrNobodyOfOneToLeave() {
        known("abdur@sopan.example", "আব্দুর রহিম", null, "+8801712345678", null, "bpatc");
        RosterPlan plan = desk.plan(
                HEADINGS + "rahim@sopan.example,,আব্দুর রহিম,,01712345678,\n" + "new@sopan.example,New,,,,\n");
        assertThat(desk.decide(plan, 2, Decision.leave).counts().left()).isEqualTo(1);
        assertThat(desk.decide(plan, 2, Decision.different).counts().create()).isEqualTo(2);
        assertThat(desk.decide(plan, 2, null).counts().undecided()).isEqualTo(1);
        assertThat(desk.decide(plan, 3, Decision.leave).counts().left()).isEqualTo(1);
        assertThat(desk.decide(plan, 2, Decision.different).counts().create()).isEqualTo(1);
        assertThat(desk.apply(plan)).isEqualTo(new Outcome(1, 0, 1, 1));
    }

    @Test
    void asksAboutTwoRowsOfTheSameRoster() {
        RosterPlan plan = desk.plan(HEADINGS + "one@sopan.example,Rahima Khatun,,,01712345678,\n"
                + "two@sopan.example,Mst. Rahima Khatun,,,+8801712345678,\n");
        assertThat(desk.actions(plan)).containsExactly(Action.create, Action.undecided);
        assertThat(question(plan, 3).otherRow()).isEqualTo(2);
        desk.decide(plan, 3, Decision.same);
        assertThat(desk.errors(plan)).containsExactly(new CellError(3, "email", "duplicate"));
        desk.decide(plan, 3, Decision.different);
        assertThat(desk.actions(plan)).containsExactly(Action.create, Action.create);
    }

    @Test
    void takesOnePersonOnceHoweverManyRowsAreTheSame() {
        known("abdur@sopan.example", "আব্দুর রহিম", null, "+8801712345678", null, "bpatc");
        RosterPlan plan = desk.plan(HEADINGS + "a@sopan.example,,আব্দুর রহিম,,01712345678,\n"
                + "b@sopan.example,,আব্দুর রহিম,,01712345678,\n"
                + "abdur@sopan.example,,আব্দুর রহিম,,01712345678,\n");
        desk.decide(plan, 2, Decision.same);
        desk.decide(plan, 3, Decision.same);
        assertThat(desk.errors(plan))
                .containsExactly(new CellError(3, "email", "duplicate"), new CellError(4, "email", "duplicate"));
        assertThat(desk.apply(plan)).isEqualTo(new Outcome(0, 0, 1, 2));
    }

    @Test
    void rejectsThePersonOfTheSameAddressThrice() {
        RosterPlan plan = desk.plan(HEADINGS + "a@sopan.example,A,,,,\n".repeat(3));
        assertThat(desk.actions(plan)).containsExactly(Action.create, Action.rejected, Action.rejected);
    }

    @Test
    void changesNoStaffThoughTheyAreTheSame() {
        Person coordinator = desk.person("coordinator-bpatc@sopan.example");
        database.update("update person set phone = '+8801712345678' where email = '" + coordinator.email() + "'");
        RosterPlan plan = desk.plan(HEADINGS + "own@sopan.example,coordinator-bpatc,,,01712345678,\n");
        desk.decide(plan, 2, Decision.same);
        assertThat(desk.errors(plan)).containsExactly(new CellError(2, "email", "staff"));
    }

    @Test
    void asksAgainWhenTheAnswerWasAboutAnother() {
        known("one@sopan.example", "আব্দুর রহিম", "পরিচালক", null, null, "bpatc");
        RosterPlan plan = desk.plan(HEADINGS + "a@sopan.example,,আব্দুর রহিম,পরিচালক,01712345678,\n");
        desk.decide(plan, 2, Decision.same);
        known("two@sopan.example", "আব্দুর রহিম", null, "+8801712345678", null, "bpatc");
        desk.decide(plan, 2, Decision.same);
        assertThat(desk.actions(plan)).as("the likelier one is asked about now").containsExactly(Action.undecided);
        assertThat(question(plan, 2).others()).isEqualTo(1);
    }

    @Test
    void takesNoAnswerToWhatItDoesNotAsk() {
        RosterPlan plan = desk.plan(HEADINGS + "a@sopan.example,A,,,,\n");
        assertThatThrownBy(() -> desk.decide(plan, 2, Decision.same)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> desk.decide(plan, 9, Decision.leave)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> desk.bijoy(plan, "name_bn", true)).isInstanceOf(Invalid.class);
    }

    @Test
    void takesNoAnswerOnceAppliedNorFromOthers() {
        RosterPlan plan = desk.plan(HEADINGS + "a@sopan.example,A,,,,\n");
        desk.apply(plan);
        assertThatThrownBy(() -> desk.decide(plan, 2, Decision.leave))
                .isInstanceOf(Conflict.class)
                .hasMessage("plan-applied");
        rooms.coordinator("nilg");
        assertThatThrownBy(() -> desk.decide(plan, 2, Decision.leave)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> database.in(() -> desk.showRoster.show(plan.id())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> database.in(() -> desk.showRoster.rows(plan.id(), null, 0, 10)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> database.in(() -> desk.showRoster.list("bpatc", 0, 10)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void readsBijoyOnlyWhenThatIsConfirmed() {
        RosterPlan plan = desk.plan("B-‡gBj,bvg,c`we\nrahim@sopan.example,‡gvt Avãyi iwng,mnKvix cwiPvjK\n"
                + "karim@sopan.example,Avãyj Kwig,DccwiPvjK\n");
        assertThat(plan.columns()).extracting(ColumnNote::column).containsExactly("name_bn", "designation_bn");
        assertThat(plan.columns().get(0).samples())
                .containsExactly(
                        new ColumnNote.Sample("‡gvt Avãyi iwng", "মোঃ আব্দুর রহিম"),
                        new ColumnNote.Sample("Avãyj Kwig", "আব্দুল করিম"));
        assertThat(plan.counts().undecided()).isEqualTo(2);
        assertThat(desk.bijoy(plan, "name_bn", true).counts().undecided()).isEqualTo(2);
        assertThat(desk.bijoy(plan, "designation_bn", true).counts().create()).isEqualTo(2);
        desk.apply(plan);
        Person rahim = desk.person("rahim@sopan.example");
        assertThat(rahim.name()).isEqualTo(new LocalizedText(null, "মোঃ আব্দুর রহিম"));
        assertThat(rahim.designation()).isEqualTo(new LocalizedText(null, "সহকারী পরিচালক"));
    }

    @Test
    void leavesTextAsItIsWhenItIsNotBijoy() {
        RosterPlan plan = desk.plan("email,name\nrahim@sopan.example,‡gvt Avãyi iwng\n");
        desk.bijoy(plan, "name_en", false);
        assertThat(desk.read(plan, 2).value(RosterColumn.name_en)).isEqualTo("‡gvt Avãyi iwng");
        desk.bijoy(plan, "name_en", true);
        assertThat(desk.read(plan, 2).value(RosterColumn.name_bn)).isEqualTo("মোঃ আব্দুর রহিম");
    }

    @Test
    void recordsWhoDecided() {
        RosterPlan plan = desk.plan(HEADINGS + "a@sopan.example,A,,,,\n");
        desk.decide(plan, 2, Decision.leave);
        assertThat(database.number("select count(*) from audit_entry where action = 'roster-decided'"
                        + " and details like '%\"institute\":\"bpatc\"%'"))
                .isEqualTo(1);
    }

    private Question question(RosterPlan plan, int row) {
        return Objects.requireNonNull(desk.line(plan, row).verdict().question());
    }

    private Person known(
            String email,
            String name,
            @Nullable String designation,
            @Nullable String phone,
            @Nullable String serviceId,
            String institute) {
        boolean bangla = Roster.hasBangla(name);
        return database.in(() -> {
            Person person = new Person(
                    new PersonId(rooms.randomness.id()),
                    email,
                    new Person.Profile(
                            bangla ? new LocalizedText(null, name) : new LocalizedText(name, null),
                            designation == null ? null : new LocalizedText(null, designation),
                            null,
                            phone,
                            serviceId,
                            null),
                    institute,
                    rooms.clock.instant());
            rooms.people.add(person);
            return person;
        });
    }
}
