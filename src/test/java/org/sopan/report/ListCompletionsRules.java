package org.sopan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sopan.document.CsvWriter;
import org.sopan.document.Listing;
import org.sopan.enrolment.Cohort;
import org.sopan.identity.Person;
import org.sopan.platform.Acting;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException.NotFound;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.Language;
import org.sopan.shared.Page;
import org.sopan.testing.Rooms;
import org.sopan.testing.Study;
import org.sopan.testing.TestDatabase;

abstract class ListCompletionsRules {
    private final TestDatabase database;
    private final Rooms rooms;
    private final Study study;
    private final ListCompletions list;

    ListCompletionsRules(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database).withCourses();
        study = new Study(rooms);
        Reports reports = new Reports(rooms, study);
        list = reports.completions;
    }

    @Test
    void tellsDatesPercentAndCertificate() {
        EnrolmentId done = complete("rahima");
        EnrolmentId begun = rooms.enrol(rooms.learner("karim", "nilg"), "basics");
        study.read(begun, "one");
        Acting.coordinator(rooms.caller, rooms.caller.person(), "nilg");
        List<ListCompletions.Completion> items =
                read("nilg", selection(null, PeopleFilter.ALL)).items();
        assertThat(items)
                .extracting(ListCompletions.Completion::email)
                .containsExactly("karim@sopan.example", "rahima@sopan.example");
        ListCompletions.Completion whole = items.get(1);
        assertThat(whole.enrolment()).isEqualTo(done.toString());
        assertThat(whole.state()).isEqualTo("completed");
        assertThat(whole.percent()).isEqualTo(100);
        assertThat(whole.completedOn()).isEqualTo(LocalDate.of(2026, 11, 22));
        assertThat(whole.serial()).isNotBlank();
        assertThat(whole.issuedOn()).isEqualTo(LocalDate.of(2026, 11, 22));
        assertThat(items.get(0).percent()).isEqualTo(33);
        assertThat(items.get(0).serial()).isNull();
        assertThat(items.get(0).completedOn()).isNull();
    }

    @Test
    void isCutByTheFiscalYearOfCompletion() {
        complete("rahima");
        Acting.coordinator(rooms.caller, rooms.caller.person(), "nilg");
        assertThat(read("nilg", selection(new FiscalYear(2026), PeopleFilter.ALL))
                        .total())
                .isEqualTo(1);
        assertThat(read("nilg", selection(new FiscalYear(2025), PeopleFilter.ALL))
                        .total())
                .isZero();
        database.update("update enrolment set completed_at = timestamp with time zone '2026-06-30 18:00:00+00'");
        assertThat(read("nilg", selection(new FiscalYear(2026), PeopleFilter.ALL))
                        .total())
                .as("midnight in Dhaka is 1 July")
                .isEqualTo(1);
    }

    @Test
    void listsOfACohortOnlyOnesOwnPeople() {
        Cohort cohort = new Reports(rooms, study).cohort("bpatc", Map.of("bpatc", 5, "nilg", 5));
        rooms.enrol(rooms.learner("rahima", "nilg"), "basics", cohort);
        rooms.enrol(rooms.learner("karim", "bpatc"), "basics", cohort);
        Person someone = rooms.learner("someone", "bard");
        Acting.coordinator(rooms.caller, someone.id(), "nilg");
        assertThat(names(cohort.id())).containsExactly("rahima@sopan.example");
        Acting.coordinator(rooms.caller, someone.id(), "bpatc");
        assertThat(names(cohort.id())).as("the host's coordinator too").containsExactly("karim@sopan.example");
        Acting.administrator(rooms.caller, someone.id());
        assertThat(names(cohort.id())).hasSize(2);
        Acting.viewer(rooms.caller, someone.id(), Set.of("nilg"));
        assertThat(names(cohort.id())).containsExactly("rahima@sopan.example");
        Acting.facilitator(rooms.caller, someone.id(), cohort.id());
        assertThat(names(cohort.id())).isEmpty();
        Acting.coordinator(rooms.caller, someone.id(), "bard");
        assertThatThrownBy(() -> names(cohort.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> read("nilg", selection(null, PeopleFilter.ALL)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void isExportedWithHeadingsInTheReadersLanguage() throws IOException {
        complete("rahima");
        Acting.coordinator(rooms.caller, rooms.caller.person(), "nilg");
        Listing listing = database.in(() -> list.exportOfInstitute(
                "nilg", new ListCompletions.Selection(null, null, PeopleFilter.ALL, Language.BN)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvWriter.write(listing, out);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("\uFEFFনাম,পদবি,ই-মেইল,প্রতিষ্ঠান,কোর্স,অবস্থা,শতাংশ,নিবন্ধন,শুরু,সম্পন্ন,শেষ তারিখ")
                .contains("নাম rahima,,rahima@sopan.example,প্রতিষ্ঠান nilg,", ",সম্পন্ন,100,2026-11-22,2026-11-22,");
    }

    private EnrolmentId complete(String name) {
        EnrolmentId id = rooms.enrol(rooms.learner(name, "nilg"), "basics");
        study.read(id, "one");
        study.read(id, "two");
        study.take(id, "m1-first", true);
        return id;
    }

    private List<String> names(CohortId cohort) {
        return database.in(() -> list.ofCohort(cohort, selection(null, PeopleFilter.ALL), 0, 50)).items().stream()
                .map(ListCompletions.Completion::email)
                .toList();
    }

    private Page<ListCompletions.Completion> read(String institute, ListCompletions.Selection selection) {
        return database.in(() -> list.ofInstitute(institute, selection, 0, 50));
    }

    private static ListCompletions.Selection selection(@Nullable FiscalYear year, PeopleFilter filter) {
        return new ListCompletions.Selection(null, year, filter, Language.EN);
    }
}
