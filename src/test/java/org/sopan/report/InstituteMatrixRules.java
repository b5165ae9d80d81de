package org.sopan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sopan.platform.Acting;
import org.sopan.shared.DomainException.NotFound;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.Language;
import org.sopan.testing.Rooms;
import org.sopan.testing.Study;
import org.sopan.testing.TestDatabase;

abstract class InstituteMatrixRules {
    private final TestDatabase database;
    private final Rooms rooms;
    private final Study study;
    private final InstituteMatrix matrix;

    InstituteMatrixRules(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database).withCourses();
        study = new Study(rooms);
        matrix = new InstituteMatrix(rooms.entities, rooms.organizations, rooms.catalogue, rooms.caller);
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
    void isForThoseWhoLookAfterTheInstitute() {
        rooms.coordinator("nilg");
        assertThatThrownBy(() -> database.in(() -> matrix.read(selection("bpatc", "basics", 0, 0))))
                .isInstanceOf(NotFound.class);
        Acting.learner(rooms.caller, rooms.learner("rahima", "bpatc").id());
        assertThatThrownBy(() -> database.in(() -> matrix.read(selection("bpatc", "basics", 0, 0))))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void isExportedInTheReadersLanguage() {
        rooms.enrol(rooms.learner("rahima", "nilg"), "basics");
        String bangla = new String(MatrixCsv.of(read("nilg", "basics"), Language.BN), StandardCharsets.UTF_8);
        assertThat(bangla).startsWith("\uFEFFনাম,ই-মেইল,অবস্থা,শতাংশ,এক,দুই,প্রথম কুইজ,তিন,দ্বিতীয় কুইজ");
        assertThat(bangla).contains("নাম rahima,rahima@sopan.example,আমন্ত্রিত,0,o,o,o,");
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
        return new InstituteMatrix.Selection(institute, course, null, page, size);
    }
}
