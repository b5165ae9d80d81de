package org.sopan.plugins.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sopan.spi.question.RefusedResponse;
import org.sopan.spi.question.SampleItem;

class NumericTest {
    private final Numeric numeric = new Numeric();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "116731 | 116731",
                "1,16,731 | 116731",
                "116,731 | 116731",
                "১,১৬,৭৩১ | 116731",
                "১১৬৭৩১.৫০ | 116731.5",
                "1,00,00,000 | 10000000",
                "10,000,000 | 10000000",
                "12,345 | 12345",
                "12,34,567.25 | 1234567.25",
                "' 17.83 ' | 17.83",
                ".5 | 0.5",
                "+5 | 5",
                "-5 | -5",
                "\u22125 | -5",
                "\u2212১২.৫ | -12.5",
                "007 | 7",
                "'\u00A042\u202F' | 42",
                "'\u200C৪২\u200D' | 42"
            })
    void readsNumbersAsTheyAreWrittenInBangladesh(String written, BigDecimal number) {
        assertThat(Numeric.number(written))
                .hasValueSatisfying(read -> assertThat(read).isEqualByComparingTo(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "-", ".", ",", "1,2,3", "12,34", "1,,000", ",100", "100,", "1,16,7310", "1234,567", "1,1,000",
                "1,000,00", "12.", "1.2.3", "1.000,5", "1 000", "1e3", "0x10", "--1", "5%", "৳5", "Infinity", "NaN",
                "twelve", "١٢", "1,000.5,0"
            })
    void refusesWhatIsNoNumber(String written) {
        assertThat(Numeric.number(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12,5", "0,5", "0,500", "০,৫০০", "01,234", "1,2,3", "1,16,73", "12.5,000", ",500"})
    void tellsOfACommaThatDoesNotGroup(String written) {
        assertRefused(written, "wrong-grouping");
    }

    @Test
    void takesFortyCharactersAndNoMore() {
        assertThat(Numeric.number("9".repeat(40))).isPresent();
        assertRefused("9".repeat(41), "not-a-number");
        assertRefused("", "not-a-number");
    }

    @ParameterizedTest
    @CsvSource({"116730.5, 1", "116731.5, 1", "116731.50000, 1", "116731.51, 0", "116730.49, 0", "-116731, 0"})
    void includesTheEndsOfTheTolerance(String given, int score) {
        JsonObject item = SampleItem.json("{'answer':'1,16,731','tolerance':'0.5'}");
        assertThat(score(item, given)).isEqualByComparingTo(BigDecimal.valueOf(score));
    }

    @ParameterizedTest
    @CsvSource({"4, 1", "4.00, 1", "4.0000001, 0"})
    void isExactWithoutATolerance(String given, int score) {
        assertThat(score(SampleItem.json("{'answer':4}"), given)).isEqualByComparingTo(BigDecimal.valueOf(score));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{'answer':'many'}", "{}", "{'answer':'4','tolerance':'-1'}", "{'answer':'4','tolerance':'some'}"
            })
    void tellsAnAuthorWhatIsWrong(String item) {
        assertThat(numeric.faults(SampleItem.json(item))).hasSize(1);
    }

    private void assertRefused(String written, String code) {
        JsonObject item = SampleItem.json("{'answer':'4'}");
        JsonObject response = SampleItem.json("{'number':'" + written + "'}");
        assertThatThrownBy(() -> numeric.check(item, JsonValue.EMPTY_JSON_OBJECT, response))
                .isInstanceOf(RefusedResponse.class)
                .hasMessage(code);
    }

    private BigDecimal score(JsonObject item, String given) {
        return numeric.score(item, JsonValue.EMPTY_JSON_OBJECT, SampleItem.json("{'number':'" + given + "'}"));
    }
}
