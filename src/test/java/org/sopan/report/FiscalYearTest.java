package org.sopan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sopan.shared.DomainException.Invalid;

class FiscalYearTest {
    @Test
    void runsFromJulyToJuneInDhaka() {
        FiscalYear year = FiscalYear.of("2026-27");
        assertThat(year.from()).isEqualTo("2026-06-30T18:00:00Z");
        assertThat(year.until()).isEqualTo("2027-06-30T18:00:00Z");
        assertThat(FiscalYear.on(LocalDate.of(2026, 6, 30))).hasToString("2025-26");
        assertThat(FiscalYear.on(LocalDate.of(2026, 7, 1))).isEqualTo(year);
        assertThat(FiscalYear.of("2099-00").last()).hasToString("2100-06");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-27", "2026-2027", "2026/27", "২০২৬-২৭", " 2026-27 "})
    void isReadAsOfficesWriteIt(String written) {
        assertThat(FiscalYear.of(written)).isEqualTo(new FiscalYear(2026));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026", "2026-28", "2026-26", "26-27", "1926-27", "", "2026-27-28", "next"})
    void isRefusedWhereItIsNone(String written) {
        assertThatThrownBy(() -> FiscalYear.of(written)).isInstanceOf(Invalid.class);
    }
}
