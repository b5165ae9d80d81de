package org.sopan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sopan.document.CsvWriter;
import org.sopan.enrolment.Doubles;
import org.sopan.identity.Person;
import org.sopan.platform.Acting;
import org.sopan.platform.Cursors;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.shared.DomainException.NotFound;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.PersonId;
import org.sopan.testing.Rooms;
import org.sopan.testing.Study;
import org.sopan.testing.TestDatabase;

abstract class InstituteMatrixRules {
    private final TestDatabase database;
    private final Rooms rooms;
    private final Study study;
    private final InstituteMatrix matrix;
    private final ExportMatrix export;

    InstituteMatrixRules(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database).withCourses();
        study = new Study(rooms);
        Outlines outlines = new Outlines(rooms.catalogue);
        matrix = new InstituteMatrix(
                rooms.entities,
                rooms.organizations,
                rooms.catalogue,
                outlines,
                new Once(new Doubles(rooms.entities)),
                rooms.caller);
        rooms.events.observedBy(
                new KeepProgress(rooms.enrolments, study.steps, outlines, new ProgressRows(rooms.entities)));
        export = new ExportMatrix(matrix, new Cursors(database.source()));
    }

    @Test
    void tellsOpenDoneBestPassedAndNotRequired() {
        EnrolmentId id = rooms.enrol(rooms.learner("rahima", "nilg"), "basics");
        study.read(id, "one");
        study.take(id, "m1-first", false);
        assertThat(cells("nilg")).containsExactly("d", "o", "0", "-", "-");
        study.take(id, "m1-first", true);
        assertThat(cells("nilg")).containsExactly("d", "o", "100d", "-", "-");
        study.take(id, "m1-first", false);
        study.read(id, "three");
        assertThat(cells("nilg")).containsExactly("d", "o", "100d", "d", "-");
        Matrix.Row row = read("nilg", "basics").people().get(0);
        assertThat(row.percent()).as("two of the three required steps").isEqualTo(66);
        assertThat(row.state()).isEqualTo("active");
    }

    @Test
    void isWholeOnceComplete() {
        EnrolmentId id = rooms.enrol(rooms.learner("rahima", "nilg"), "basics");
        study.read(id, "one");
        study.read(id, "two");
        study.take(id, "m1-first", true);
        Matrix.Row row = read("nilg", "basics").people().get(0);
        assertThat(row.percent()).isEqualTo(100);
        assertThat(row.state()).isEqualTo("completed");
    }

    @Test
    void countsNoQuizWhereAModuleHasNone() {
        EnrolmentId id = rooms.enrol(rooms.learner("rahima", "nilg"), "advanced");
        study.read(id, "four");
        Matrix read = read("nilg", "advanced");
        assertThat(read.columns()).extracting(Matrix.Column::id).containsExactly("four", "five");
        assertThat(read.people().get(0).percent()).isEqualTo(50);
    }

    @Test
    void showsOneInstitutesPeopleByName() {
        rooms.enrol(rooms.learner("karim", "bpatc"), "basics");
        rooms.enrol(rooms.learner("anwara", "bpatc"), "basics");
        rooms.enrol(rooms.learner("rahima", "nilg"), "basics");
        Matrix read = read("bpatc", "basics");
        assertThat(read.people())
                .extracting(Matrix.Row::email)
                .containsExactly("anwara@sopan.example", "karim@sopan.example");
        assertThat(read.total()).isEqualTo(2);
        assertThat(read("bpatc", null).people()).hasSize(2);
        assertThat(page("bpatc", 1, 1).people()).extracting(Matrix.Row::email).containsExactly("karim@sopan.example");
        assertThat(page("bpatc", 1, 1).total()).isEqualTo(2);
        assertThat(page("bpatc", 9, 50).people()).isEmpty();
    }

    @Test
    void isForThoseWhoLookAfterTheInstituteOrReadIt() {
        rooms.coordinator("nilg");
        assertThatThrownBy(() -> database.in(() -> matrix.read(selection("bpatc", "basics", 0, 0))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> export.of(selection("bpatc", "basics", 0, 0))).isInstanceOf(NotFound.class);
        Person rahima = rooms.learner("rahima", "bpatc");
        Acting.learner(rooms.caller, rahima.id());
        assertThatThrownBy(() -> database.in(() -> matrix.read(selection("bpatc", "basics", 0, 0))))
                .isInstanceOf(NotFound.class);
        Acting.viewer(rooms.caller, rahima.id(), Set.of("bpatc"));
        assertThat(database.in(() -> matrix.read(selection("bpatc", "basics", 0, 0)))
                        .total())
                .isZero();
    }

    @Test
    void sortsByEachColumnBothWays() {
        EnrolmentId anwara = rooms.enrol(rooms.learner("anwara", "bpatc"), "basics");
        EnrolmentId karim = rooms.enrol(rooms.learner("karim", "bpatc"), "basics");
        EnrolmentId rahima = rooms.enrol(rooms.learner("rahima", "bpatc"), "basics");
        database.update("update enrolment set due = date '2027-01-31' where id = '" + rahima + "'");
        database.update("update enrolment set due = date '2027-01-01' where id = '" + anwara + "'");
        as(anwara, () -> study.read(anwara, "one"));
        rooms.clock.advance(Duration.ofHours(1));
        as(karim, () -> study.read(karim, "one"));
        as(karim, () -> study.read(karim, "two"));
        assertThat(sorted("name", "asc")).containsExactly("anwara", "karim", "rahima");
        assertThat(sorted("name", "desc")).containsExactly("rahima", "karim", "anwara");
        assertThat(sorted("percent", "desc")).containsExactly("karim", "anwara", "rahima");
        assertThat(sorted("percent", "asc")).containsExactly("rahima", "anwara", "karim");
        assertThat(sorted("state", null)).containsExactly("rahima", "anwara", "karim");
        assertThat(sorted("activity", "desc")).containsExactly("karim", "anwara", "rahima");
        assertThat(sorted("activity", null)).containsExactly("anwara", "karim", "rahima");
        assertThat(sorted("due", "asc")).containsExactly("anwara", "rahima", "karim");
        assertThat(sorted("due", "desc"))
                .as("without a date last, either way")
                .containsExactly("rahima", "anwara", "karim");
    }

    @Test
    void refusesAnOrderOrStateThatThereIsNot() {
        assertThatThrownBy(() -> filter(null, null, null, "shoe-size", null))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refused -> assertThat(refused.errors().get(0).field()).isEqualTo("sort"));
        assertThatThrownBy(() -> filter("asleep", null, null, null, null)).isInstanceOf(Invalid.class);
    }

    @Test
    void findsANameHoweverItIsTyped() {
        enrolled(
                "\u09B0\u09CD\u09AF\u09BE\u09AC \u09B0\u09B9\u09BF\u09AE\u09BE \u09B0\u09BE\u09AF\u09BC",
                "Rahima Ray",
                "rahima");
        enrolled("করিম ১০০%", "Karim O'Hara", "karim");
        assertThat(found("\u09B0\u09BE\u09DF")).as("the composed letter").containsExactly("rahima");
        assertThat(found("\u09B0\u09BE\u09AF\u09BC")).as("decomposed").containsExactly("rahima");
        assertThat(found("\u09B0\u200D\u09CD\u09AF\u09BE\u09AC"))
                .as("with a joiner")
                .containsExactly("rahima");
        assertThat(found("RAHIMA r")).containsExactly("rahima");
        assertThat(found("o'hara")).containsExactly("karim");
        assertThat(found("karim@sopan")).containsExactly("karim");
        assertThat(found("id-rahima")).as("service id").containsExactly("rahima");
        assertThat(found("%")).as("no wildcard").containsExactly("karim");
        assertThat(found("_")).isEmpty();
        assertThat(found("' or 1=1 --")).isEmpty();
        assertThat(found("  ")).hasSize(2);
    }

    @Test
    void narrowsByStateDesignationAndCohort() {
        EnrolmentId begun = rooms.enrol(rooms.learner("anwara", "bpatc"), "basics");
        rooms.enrol(rooms.learner("karim", "bpatc"), "basics");
        as(begun, () -> study.read(begun, "one"));
        database.update("update person set designation_en = 'Deputy Director' where email like 'karim@%'");
        assertThat(emails(filter("active", null, null, null, null))).containsExactly("anwara");
        assertThat(emails(filter("invited,active", null, null, null, null))).containsExactly("anwara", "karim");
        assertThat(emails(filter(null, null, "deputy", null, null))).containsExactly("karim");
        assertThat(emails(new PeopleFilter(
                        new CohortId(UUID.randomUUID()), List.of(), null, null, PeopleFilter.Sort.NAME, false)))
                .isEmpty();
    }

    @Test
    void showsWhoIsInSeveralCohortsOncePerCohort() {
        Person rahima = rooms.learner("rahima", "nilg");
        EnrolmentId first = rooms.enrol(rahima, "basics");
        database.update("update enrolment set state = 'LAPSED', open_key = null where id = '" + first + "'");
        EnrolmentId second = rooms.enrol(rahima, "basics");
        assertThat(read("nilg", "basics").people())
                .extracting(Matrix.Row::enrolment, Matrix.Row::state)
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple(first.toString(), "lapsed"),
                        org.assertj.core.api.Assertions.tuple(second.toString(), "invited"));
    }

    @Test
    void isExportedInTheReadersLanguage() throws IOException {
        EnrolmentId id = rooms.enrol(rooms.learner("rahima", "nilg"), "basics");
        study.take(id, "m1-first", false);
        String bangla = csv(Language.BN);
        assertThat(bangla)
                .startsWith(
                        "\uFEFFনাম,ই-মেইল,পদবি,অবস্থা,শতাংশ,শেষ তারিখ,সর্বশেষ কার্যক্রম,এক,দুই,প্রথম কুইজ,তিন,দ্বিতীয় কুইজ");
        assertThat(bangla).contains("নাম rahima,rahima@sopan.example,,চলছে,0,,").contains(",o,o,0,-,-");
        assertThat(csv(Language.EN)).contains("rahima,rahima@sopan.example,,In progress,0,,");
    }

    private String csv(Language language) throws IOException {
        Acting.coordinator(rooms.caller, rooms.caller.person(), "nilg");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvWriter.write(
                database.in(() ->
                        export.of(new InstituteMatrix.Selection("nilg", "basics", PeopleFilter.ALL, language, 0, 0))),
                out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private void enrolled(String bangla, String english, String email) {
        Person person = new Person(
                new PersonId(rooms.randomness.id()),
                email + "@sopan.example",
                new Person.Profile(new LocalizedText(english, bangla), null, null, null, "ID-" + email, null),
                "bpatc",
                rooms.clock.instant());
        database.run(() -> rooms.people.add(person));
        rooms.enrol(person, "basics");
    }

    private List<String> found(String query) {
        return emails(filter(null, query, null, null, null));
    }

    private List<String> sorted(String sort, @Nullable String order) {
        return emails(filter(null, null, null, sort, order));
    }

    private static PeopleFilter filter(
            @Nullable String states,
            @Nullable String query,
            @Nullable String designation,
            @Nullable String sort,
            @Nullable String order) {
        return PeopleFilter.of(null, states, query, designation, sort, order);
    }

    private List<String> emails(PeopleFilter filter) {
        return as("bpatc", new InstituteMatrix.Selection("bpatc", "basics", filter, Language.EN, 0, 0))
                .people()
                .stream()
                .map(row -> row.email().replace("@sopan.example", ""))
                .toList();
    }

    /** As the learner whose enrolment this is. */
    private void as(EnrolmentId enrolment, Runnable act) {
        Acting.learner(rooms.caller, rooms.enrolment(enrolment).person());
        act.run();
    }

    private List<String> cells(String institute) {
        return read(institute, "basics").people().get(0).cells();
    }

    private Matrix read(String institute, @Nullable String course) {
        return as(institute, selection(institute, course, 0, 0));
    }

    private Matrix page(String institute, int page, int size) {
        return as(institute, selection(institute, "basics", page, size));
    }

    /** Read by the institute's coordinator; whoever called before goes on calling afterwards. */
    private Matrix as(String institute, InstituteMatrix.Selection selection) {
        var before = rooms.caller.identified().orElseThrow();
        Acting.coordinator(rooms.caller, before.person(), institute);
        try {
            return database.in(() -> matrix.read(selection));
        } finally {
            Acting.learner(rooms.caller, before.person());
        }
    }

    private static InstituteMatrix.Selection selection(String institute, @Nullable String course, int page, int size) {
        return new InstituteMatrix.Selection(institute, course, PeopleFilter.ALL, Language.EN, page, size);
    }
}
