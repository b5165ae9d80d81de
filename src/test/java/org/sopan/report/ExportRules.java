package org.sopan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sopan.document.Exports;
import org.sopan.document.Listing;
import org.sopan.platform.Acting;
import org.sopan.platform.Settings;
import org.sopan.shared.Language;
import org.sopan.shared.PersonId;
import org.sopan.testing.FixedConfig;
import org.sopan.testing.Rooms;
import org.sopan.testing.Study;
import org.sopan.testing.TestDatabase;

/** From the database to the finished file. */
abstract class ExportRules {
    private static final int MANY = 100_000;
    private static final int LOOK_EVERY = 12_000;
    private static final long MEGABYTE = 1 << 20;
    private static final String[] FORMULAS = {"=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1"};
    private final TestDatabase database;
    private final Rooms rooms;
    private final Reports reports;
    private final ExportMatrix exportMatrix;
    private final PersonId administrator;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    ExportRules(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database).withCourses();
        reports = new Reports(rooms, new Study(rooms));
        exportMatrix = new ExportMatrix(reports.matrix, reports.cursors);
        administrator = rooms.administrator().id();
    }

    /** All rows together are some forty megabytes as they are read, and eighty as a sheet. */
    @ParameterizedTest
    @EnumSource
    void writesAHundredThousandPeopleInTheMemoryOfAFew(Exports.Format format) throws IOException {
        aHundredThousandPeople();
        Watched watched = new Watched(completions(Language.BN));
        long before = used();
        Path file = exports().write(watched.listing(), format);
        assertThat(watched.rows).isEqualTo(MANY);
        assertThat(watched.looks).hasSizeGreaterThan(6);
        assertThat(Collections.max(watched.looks) - watched.looks.get(0))
                .as("what more rows add: %s", watched.looks)
                .isLessThan(4 * MEGABYTE);
        assertThat(watched.looks.get(0) - before)
                .as("what is held from the beginning: %s before, then %s", before, watched.looks)
                .isLessThan(24 * MEGABYTE);
        assertThat(Files.size(file)).isGreaterThan(MEGABYTE);
        Files.delete(file);
        try (Stream<Path> left = Files.walk(folder.resolve("run")).filter(Files::isRegularFile)) {
            assertThat(left).isEmpty();
        }
    }

    /** Looks now and then how much memory is held. */
    private static final class Watched {
        private final Listing source;
        private final List<Long> looks = new ArrayList<>();
        private int rows;

        Watched(Listing source) {
            this.source = source;
        }

        Listing listing() {
            return new Listing(source.title(), source.language(), source.headings(), taker -> source.rows()
                    .each(row -> {
                        taker.accept(row);
                        if (++rows % LOOK_EVERY == 0) {
                            looks.add(used());
                        }
                    }));
        }
    }

    /** What is held once the garbage is gone. */
    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Test
    void letsNobodysNameBecomeAFormulaInAnyFile() throws IOException {
        for (int i = 0; i < FORMULAS.length; i++) {
            rooms.enrol(rooms.learner("p" + i, "nilg"), "basics");
            name("p" + i, FORMULAS[i]);
        }
        Acting.administrator(rooms.caller, administrator);
        for (Listing listing : List.of(completions(Language.EN), matrix(Language.EN))) {
            String csv = Files.readString(exports().write(listing, Exports.Format.CSV), StandardCharsets.UTF_8);
            List<Cell> cells = cells(exports().write(listing, Exports.Format.XLSX));
            for (String formula : FORMULAS) {
                assertThat(csv).contains("'" + formula);
                assertThat(cells)
                        .filteredOn(cell -> cell.toString().equals(formula))
                        .as("name and designation: %s", formula)
                        .hasSize(2)
                        .allMatch(cell -> cell.getCellStyle().getQuotePrefixed());
            }
            assertThat(csv.replace("\"", ""))
                    .doesNotContain(
                            Stream.of(FORMULAS).map(formula -> "," + formula).toArray(String[]::new))
                    .doesNotContain(
                            Stream.of(FORMULAS).map(formula -> "\n" + formula).toArray(String[]::new));
            assertThat(cells).noneMatch(cell -> cell.getCellType() == CellType.FORMULA);
        }
    }

    private void name(String email, String words) {
        database.run(() -> rooms.entities
                .createNativeQuery("update person set name_en = ?1, designation_en = ?1 where email = ?2")
                .setParameter(1, words)
                .setParameter(2, email + "@sopan.example")
                .executeUpdate());
    }

    @ParameterizedTest
    @EnumSource
    void hasBanglaHeadingsForABanglaReader(Exports.Format format) throws IOException {
        for (Listing listing : List.of(completions(Language.BN), matrix(Language.BN))) {
            Path file = exports().write(listing, format);
            List<String> headings = format == Exports.Format.CSV
                    ? List.of(Files.readString(file)
                            .lines()
                            .findFirst()
                            .orElseThrow()
                            .split(",", -1))
                    : cells(file).stream().map(Cell::toString).toList();
            assertThat(headings.get(0)).isEqualTo(format == Exports.Format.CSV ? "\uFEFFনাম" : "নাম");
            assertThat(headings)
                    .contains("অবস্থা", "শতাংশ")
                    .allMatch(heading -> heading.matches("\uFEFF?[\\P{L}\\u0980-\\u09FF]+"));
        }
    }

    private Listing completions(Language language) {
        return database.in(() -> reports.completions.exportOfInstitute(
                "nilg", new ListCompletions.Selection(null, null, PeopleFilter.ALL, language)));
    }

    private Listing matrix(Language language) {
        return database.in(() ->
                exportMatrix.of(new InstituteMatrix.Selection("nilg", "basics", PeopleFilter.ALL, language, 0, 0)));
    }

    private Exports exports() {
        return new Exports(new Settings(FixedConfig.of(Map.of("sopan.data", folder.toString()))));
    }

    private static List<Cell> cells(Path file) throws IOException {
        List<Cell> cells = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            for (Row row : workbook.getSheetAt(0)) {
                row.forEach(cells::add);
            }
        }
        return cells;
    }

    private void aHundredThousandPeople() {
        String series = database == TestDatabase.postgresql() ? "generate_series(1, " : "system_range(1, ";
        String numbers = " from " + series + MANY + ") as s(x)";
        database.update(
                "insert into person (id, email, name_en, language, active, created_at, version, sort_en, sort_bn)"
                        + " select cast(lpad(cast(x as varchar), 32, '0') as uuid), 'p' || x || '@sopan.example', 'Person ' || x,"
                        + " 'EN', true, current_timestamp, 1, lpad(cast(x as varchar), 8, '0'), lpad(cast(x as varchar), 8, '0')"
                        + numbers);
        database.update("insert into enrolment (id, person, course, institute, state, enrolled_at, version)"
                + " select cast(lpad(cast(x as varchar), 32, '0') as uuid), cast(lpad(cast(x as varchar), 32, '0') as uuid),"
                + " 'basics', 'nilg', 'INVITED', current_timestamp, 1" + numbers);
        database.update("analyze");
    }
}
