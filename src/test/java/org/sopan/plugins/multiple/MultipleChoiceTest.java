package org.sopan.plugins.multiple;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sopan.spi.question.RefusedResponse;
import org.sopan.spi.question.SampleItem;

class MultipleChoiceTest {
    private static final JsonObject ITEM = SampleItem.json("{'choices':[{'id':'a','correct':true,'text':{}},"
            + "{'id':'b','correct':true,'text':{}},{'id':'c','correct':true,'text':{}},"
            + "{'id':'d','text':{}},{'id':'e','text':{}}]}");
    private static final JsonObject DRAWN = SampleItem.json("{'choices':[{'id':'A','is':'a'},{'id':'B','is':'b'},"
            + "{'id':'C','is':'c'},{'id':'D','is':'d'},{'id':'E','is':'e'}]}");
    private final MultipleChoice multiple = new MultipleChoice();

    @ParameterizedTest
    @CsvSource({
        "ABC, 1",
        "AB, 0.666667",
        "A, 0.333333",
        "ABCD, 0.666667",
        "ABCDE, 0.333333",
        "AD, 0",
        "ADE, 0",
        "DE, 0",
        "'', 0"
    })
    void takesAWrongChoiceOffARightOneButNeverBelowNothing(String chosen, BigDecimal part) {
        assertThat(multiple.score(ITEM, DRAWN, response(chosen))).isEqualByComparingTo(part);
    }

    @Test
    void refusesTheSameChoiceTwice() {
        assertThatThrownBy(() -> multiple.check(ITEM, DRAWN, response("AA")))
                .isInstanceOf(RefusedResponse.class)
                .hasMessage("chosen-twice");
    }

    @Test
    void wantsSomethingRightAndSomethingWrong() {
        assertThat(multiple.faults(SampleItem.json("{'choices':[{'id':'a'},{'id':'b'}]}")))
                .containsExactly("no choice is correct");
        assertThat(multiple.faults(SampleItem.json("{'choices':[{'id':'a','correct':true}]}")))
                .containsExactly("every choice is correct");
    }

    private static JsonObject response(String chosen) {
        String ids = String.join("','", chosen.split(""));
        return SampleItem.json("{'choices':[" + (chosen.isEmpty() ? "" : "'" + ids + "'") + "]}");
    }
}
