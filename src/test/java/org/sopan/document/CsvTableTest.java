package org.sopan.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sopan.shared.DomainException.Invalid;

class CsvTableTest {

    private static CsvTable table(String... cells) {
        return new CsvTable(List.of(List.of(cells)));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void readsBackWhatItWrote() {
        CsvTable table = new CsvTable(List.of(
                List.of("নাম", "email", "note"),
                List.of("র\u200D্যাব, \"উদ্\u200Cযাপন\"", "rina@example.gov.bd", "two\nlines"),
                List.of("", "", "১২৩")));
        assertThat(CsvTable.of(table.toBytes())).isEqualTo(table);
    }

    @Test
    void beginsWithTheMarkByWhichExcelKnowsUtf8() {
        assertThat(table("নাম").toBytes()).startsWith(0xEF, 0xBB, 0xBF);
    }

    @Test
    void readsWithAndWithoutTheMark() {
        CsvTable expected = new CsvTable(List.of(List.of("name", "নাম"), List.of("Rina", "রিনা")));
        assertThat(CsvTable.of(utf8("name,নাম\r\nRina,রিনা\r\n"))).isEqualTo(expected);
        assertThat(CsvTable.of(utf8("\uFEFFname,নাম\nRina,রিনা"))).isEqualTo(expected);
    }

    @Test
    void keepsEmptyRowsSoThatRowNumbersHold() {
        assertThat(CsvTable.of(utf8("a,b\n\n1,2\n")).rows())
                .containsExactly(List.of("a", "b"), List.of(""), List.of("1", "2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+8801700000000", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void writesNoCellThatASpreadsheetWouldRun(String cell) {
        assertThat(CsvTable.of(table(cell).toBytes())).isEqualTo(table("'" + cell));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1+1", "a=b", "রিনা", "72d"})
    void leavesOtherCellsAlone(String cell) {
        assertThat(CsvTable.of(table(cell, "end").toBytes())).isEqualTo(table(cell, "end"));
    }

    @Test
    void refusesOtherEncodings() {
        assertThatThrownBy(() -> CsvTable.of(new byte[] {(byte) 0xE9, 'a', ','}))
                .isInstanceOfSatisfying(Invalid.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("csv-not-utf-8");
                    assertThat(refusal.isMalformed()).isTrue();
                });
    }

    @Test
    void namesTheRowWhoseQuotesDoNotClose() {
        assertThatThrownBy(() -> CsvTable.of(utf8("a,b\n1,\"open\n2,3\n")))
                .isInstanceOfSatisfying(Invalid.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("csv-unreadable");
                    assertThat(refusal.errors().get(0).field()).isEqualTo("2");
                });
    }
}
