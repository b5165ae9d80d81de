package org.sopan.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CleanTextTest {
    @Test
    void keepsTheJoinersThatBanglaNeeds() {
        assertThat(CleanText.line("র‍্যাব উদ্‌যাপন")).isEqualTo("র\u200D্যাব উদ্\u200Cযাপন");
    }

    @Test
    void leavesNoJoinerInWhatIsComparedLetterByLetter() {
        assertThat(CleanText.key(" rahima\u200D\u200C@sopan.example\uFEFF")).isEqualTo("rahima@sopan.example");
    }

    @Test
    void dropsWhatCannotBeSeen() {
        assertThat(CleanText.line("\uFEFFRahi\u200Bma \u202EBegum\u0000")).isEqualTo("Rahima Begum");
    }

    @Test
    void staysOnOneLine() {
        assertThat(CleanText.line("  Rahima\r\n\tBegum\u00A0 ")).isEqualTo("Rahima Begum");
    }

    @Test
    void writesTheSameLetterInOneWay() {
        assertThat(CleanText.line("\u09DF")).isEqualTo(CleanText.line("\u09AF\u09BC"));
    }

    @Test
    void refusesWhatIsTooLongAndNamesTheField() {
        assertThatThrownBy(() -> CleanText.line(new LocalizedText("x".repeat(301), null), "name"))
                .isInstanceOfSatisfying(DomainException.Invalid.class, refused -> assertThat(refused.errors())
                        .extracting(DomainException.FieldError::field)
                        .containsExactly("name"));
    }
}
