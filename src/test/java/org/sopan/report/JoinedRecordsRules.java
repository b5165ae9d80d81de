package org.sopan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sopan.document.CsvWriter;
import org.sopan.document.Listing;
import org.sopan.enrolment.Cohort;
import org.sopan.enrolment.Doubles;
import org.sopan.enrolment.ListParticipants;
import org.sopan.enrolment.OrderDocuments;
import org.sopan.enrolment.ShowCohort;
import org.sopan.identity.Person;
import org.sopan.identity.PersonMerge;
import org.sopan.platform.Acting;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.Language;
import org.sopan.shared.PersonId;
import org.sopan.testing.Merging;
import org.sopan.testing.Rooms;
import org.sopan.testing.Study;
import org.sopan.testing.TestDatabase;

/** Reports of a person who had two records, both of the institute {@code nilg} and in one cohort. */
abstract class JoinedRecordsRules {
    private final TestDatabase database;
    private final Rooms rooms;
    private final Study study;
    private final Reports reports;
    private final InstituteMatrix matrix;
    private final Cohort cohort;
    private final Person kept;
    private final Person dropped;
    private final PersonId administrator;
    private final Merging merging;

    JoinedRecordsRules(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database).withCourses();
        study = new Study(rooms);
        reports = new Reports(rooms, study);
        matrix = reports.matrix;
        merging = new Merging(rooms, study);
        cohort = reports.cohort("nilg", Map.of("nilg", 20, "bpatc", 20));
        kept = rooms.learner("kept", "nilg");
        dropped = rooms.learner("dropped", "nilg");
        administrator = rooms.administrator().id();
        database.update("update person set designation_en = 'Director', sex = 'FEMALE' where email like 'kept%'");
        database.update("update person set designation_en = 'Clerk' where email like 'dropped%'");
    }

    @Test
    void nameTheKeptPersonWhereTheOtherRecordIsEnrolled() throws IOException {
        EnrolmentId theirs = rooms.enrol(dropped, "basics", cohort);
        rooms.enrol(rooms.learner("anwara", "nilg"), "basics", cohort);
        rooms.clock.advance(Duration.ofDays(8));
        merge();
        assertThat(matrix(PeopleFilter.ALL).people())
                .extracting(
                        Matrix.Row::id,
                        Matrix.Row::email,
                        row -> row.designation() == null
                                ? ""
                                : row.designation().en())
                .containsExactly(
                        tuple(id("anwara"), "anwara@sopan.example", ""),
                        tuple(kept.id().toString(), "kept@sopan.example", "Director"));
        assertThat(matrix(query("kept")).people())
                .extracting(Matrix.Row::enrolment)
                .containsExactly(theirs.toString());
        assertThat(matrix(query("dropped")).people()).isEmpty();
        assertThat(ofInstitute()).containsExactly("anwara@sopan.example", "kept@sopan.example");
        assertThat(ofCohort()).containsExactly("anwara@sopan.example", "kept@sopan.example");
        assertThat(participants()).containsExactly("anwara@sopan.example", "kept@sopan.example");
        assertThat(dashboard().atRisk().items())
                .extracting(CohortDashboard.Pressing::person)
                .containsExactlyInAnyOrder(id("anwara"), kept.id().toString());
        assertThat(exported(export()))
                .contains("kept,Director,kept@sopan.example")
                .doesNotContain("dropped");
        assertThat(exported(
                        database.in(() -> new ExportMatrix(matrix, reports.cursors).of(selection(PeopleFilter.ALL)))))
                .contains("kept,kept@sopan.example,Director")
                .doesNotContain("dropped");
        assertThat(rooms.enrolment(theirs).person())
                .as("no row changes its person")
                .isEqualTo(dropped.id());
    }

    @Test
    void showAndCountSomeoneEnrolledTwiceOnce() {
        rooms.enrol(kept, "basics", cohort);
        EnrolmentId further = rooms.enrol(dropped, "basics", cohort);
        study.read(further, "one");
        assertThat(dashboard().funnel().enrolled()).isEqualTo(2);
        merge();
        assertThat(matrix(PeopleFilter.ALL).people())
                .extracting(Matrix.Row::enrolment, Matrix.Row::email)
                .containsExactly(tuple(further.toString(), "kept@sopan.example"));
        assertThat(matrix(PeopleFilter.ALL).total()).isEqualTo(1);
        assertThat(matrix(PeopleFilter.of(cohort.id(), null, null, null, null, null))
                        .people())
                .hasSize(1);
        assertThat(ofInstitute()).hasSize(1);
        assertThat(ofCohort()).hasSize(1);
        assertThat(participants()).hasSize(1);
        assertThat(dashboard().funnel()).isEqualTo(new CohortDashboard.Funnel(1, 0, 1, 0, 0, 0, 0));
    }

    @Test
    void countSomeoneOnceOverTimeWhetherCountedBeforeOrNotAndTwiceOnceParted() {
        rooms.enrol(kept, "basics", cohort);
        EnrolmentId further = rooms.enrol(dropped, "basics", cohort);
        study.read(further, "one");
        PersonMerge merge = merge();
        assertOnce();
        rooms.clock.advance(Duration.ofHours(1));
        database.run(reports.count::fold);
        assertThat(database.number("select count(*) from tally")).isPositive();
        assertOnce();
        assertThat(database.in(() -> reports.count.recount("nilg")).wrong())
                .as("nothing to repair")
                .isZero();
        assertOnce();
        asAdministrator();
        merging.undo(merge);
        assertThat(institute(ShowInstituteDashboard.By.MONTH).total().enrolled())
                .isEqualTo(2);
    }

    private void assertOnce() {
        InstituteDashboard shown = institute(ShowInstituteDashboard.By.DESIGNATION);
        assertThat(shown.total()).isEqualTo(new InstituteDashboard.Numbers(1, 1, 0, 0, 0));
        assertThat(shown.groups())
                .extracting(
                        InstituteDashboard.Group::id, group -> group.numbers().enrolled())
                .containsExactly(tuple("Director", 1));
        assertThat(institute(ShowInstituteDashboard.By.SEX).groups())
                .extracting(InstituteDashboard.Group::id)
                .containsExactly("female");
    }

    @Test
    void neverShowFewerThanNobodyWhenADesignationWasCorrectedAfterTheCounting() {
        rooms.enrol(kept, "basics", cohort);
        EnrolmentId further = rooms.enrol(dropped, "basics", cohort);
        study.read(further, "one");
        rooms.clock.advance(Duration.ofHours(1));
        database.run(reports.count::fold);
        merge();
        database.update("update person set designation_en = 'Secretary' where email like 'kept%'");
        assertThat(institute(ShowInstituteDashboard.By.DESIGNATION).total().enrolled())
                .isEqualTo(1);
        assertThat(institute(ShowInstituteDashboard.By.DESIGNATION).groups())
                .extracting(InstituteDashboard.Group::id)
                .doesNotContain("Secretary");
        database.run(() -> reports.count.recount("nilg"));
        assertThat(institute(ShowInstituteDashboard.By.DESIGNATION).groups())
                .extracting(
                        InstituteDashboard.Group::id, group -> group.numbers().enrolled())
                .containsExactly(tuple("Secretary", 1));
    }

    @Test
    void ofTwoCompletedOnesShowTheOneWhoseCertificateIsValid() {
        complete(rooms.enrol(kept, "basics", cohort));
        rooms.clock.advance(Duration.ofDays(1));
        EnrolmentId second = rooms.enrol(dropped, "basics", cohort);
        complete(second);
        database.update("update certificate set status = 'REVOKED' where person = '" + kept.id() + "'");
        merge();
        assertThat(list())
                .extracting(ListCompletions.Completion::enrolment, ListCompletions.Completion::name)
                .containsExactly(tuple(second.toString(), kept.name()));
        assertThat(list().get(0).serial()).isNotBlank();
        assertThat(institute(ShowInstituteDashboard.By.MONTH).total())
                .isEqualTo(new InstituteDashboard.Numbers(1, 1, 1, 1, 100));
        assertThat(dashboard().funnel()).isEqualTo(new CohortDashboard.Funnel(1, 0, 0, 1, 0, 0, 1));
        database.update("update certificate set status = 'REVOKED'");
        assertThat(list()).as("one leads in any case").hasSize(1);
    }

    @Test
    void keepAWithdrawnOneOfAnotherInstituteThere() {
        Person elsewhere = rooms.learner("elsewhere", "bpatc");
        EnrolmentId here = rooms.enrol(kept, "basics", cohort);
        rooms.enrol(elsewhere, "basics", cohort);
        as(here, () -> study.read(here, "one"));
        asAdministrator();
        merging.merge(kept, elsewhere);
        assertThat(database.in(() -> matrix.read(
                                new InstituteMatrix.Selection("bpatc", "basics", PeopleFilter.ALL, Language.EN, 0, 0)))
                        .people())
                .extracting(Matrix.Row::email, Matrix.Row::state)
                .containsExactly(tuple("kept@sopan.example", "withdrawn"));
        assertThat(dashboard().funnel().enrolled()).as("once in the cohort").isEqualTo(1);
    }

    private PersonMerge merge() {
        asAdministrator();
        return merging.merge(kept, dropped);
    }

    private void asAdministrator() {
        Acting.administrator(rooms.caller, administrator);
    }

    private void as(EnrolmentId enrolment, Runnable act) {
        Acting.learner(rooms.caller, rooms.enrolment(enrolment).person());
        act.run();
    }

    private void complete(EnrolmentId id) {
        study.read(id, "one");
        study.read(id, "two");
        study.take(id, "m1-first", true);
    }

    private String id(String name) {
        return database.in(() ->
                rooms.people.byEmail(name + "@sopan.example").orElseThrow().id().toString());
    }

    private static PeopleFilter query(@Nullable String query) {
        return PeopleFilter.of(null, null, query, null, null, null);
    }

    private static InstituteMatrix.Selection selection(PeopleFilter filter) {
        return new InstituteMatrix.Selection("nilg", "basics", filter, Language.EN, 0, 0);
    }

    private Matrix matrix(PeopleFilter filter) {
        return database.in(() -> matrix.read(selection(filter)));
    }

    private CohortDashboard dashboard() {
        asAdministrator();
        return database.in(() -> reports.cohortDashboard.show(cohort.id(), null, null));
    }

    private InstituteDashboard institute(ShowInstituteDashboard.By by) {
        asAdministrator();
        return database.in(() -> reports.instituteDashboard.show("nilg", "2026-27", null, null, by));
    }

    private static ListCompletions.Selection everybody() {
        return new ListCompletions.Selection(null, null, PeopleFilter.ALL, Language.EN);
    }

    private List<ListCompletions.Completion> list() {
        asAdministrator();
        return database.in(() -> reports.completions.ofInstitute("nilg", everybody(), 0, 50))
                .items();
    }

    private List<String> ofInstitute() {
        return list().stream().map(ListCompletions.Completion::email).toList();
    }

    private List<String> ofCohort() {
        return database.in(() -> reports.completions.ofCohort(cohort.id(), everybody(), 0, 50)).items().stream()
                .map(ListCompletions.Completion::email)
                .toList();
    }

    private Listing export() {
        return database.in(() -> reports.completions.exportOfInstitute("nilg", everybody()));
    }

    private List<String> participants() {
        ListParticipants participants = new ListParticipants(
                rooms.entities,
                rooms.enrolments,
                rooms.people,
                new Doubles(rooms.entities),
                new ShowCohort(
                        rooms.enrolments, new OrderDocuments(rooms.entities), rooms.roles, rooms.people, rooms.caller));
        return database.in(() -> participants.list(cohort.id(), Language.EN, 0, 50)).items().stream()
                .map(participant -> participant.person().email())
                .toList();
    }

    private static String exported(Listing listing) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvWriter.write(listing, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
