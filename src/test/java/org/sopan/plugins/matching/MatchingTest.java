package org.sopan.plugins.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sopan.spi.question.SampleItem.json;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sopan.spi.question.RefusedResponse;

class MatchingTest {
    private static final JsonObject ITEM = json("{'pairs':[{'id':'a','left':{'en':'1'},'right':{'en':'one'}},"
            + "{'id':'b','left':{'en':'2'},'right':{'en':'two'}},{'id':'c','left':{'en':'3'},'right':{'en':'three'}}],"
            + "'distractors':[{'id':'x','right':{'en':'four'}}]}");
    private static final JsonObject DRAWN = json(
            "{'left':[{'id':'lllb','is':'b'},{'id':'llla','is':'a'},{'id':'lllc','is':'c'}],"
                    + "'right':[{'id':'rrrx','is':'x'},{'id':'rrrc','is':'c'},{'id':'rrra','is':'a'},{'id':'rrrb','is':'b'}]}");
    private final Matching matching = new Matching();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'llla':'rrra','lllb':'rrrb','lllc':'rrrc' | 1",
                "'llla':'rrra','lllb':'rrrc','lllc':'rrrb' | 0.333333",
                "'llla':'rrra','lllb':'rrrb' | 0.666667",
                "'llla':'rrra','lllb':'rrrx' | 0.333333",
                "'llla':'rrra','lllb':'rrra','lllc':'rrra' | 0.333333",
                "'llla':'rrrx' | 0"
            },
            quoteCharacter = '"')
    void countsThePairsThatAreRight(String pairs, BigDecimal score) {
        JsonObject response = json("{'pairs':{" + pairs + "}}");
        matching.check(ITEM, DRAWN, response);
        assertThat(matching.score(ITEM, DRAWN, response)).isEqualByComparingTo(score);
    }

    @ParameterizedTest
    @CsvSource({"rrra,llla", "llla,lllb", "llla,zzzz", "zzzz,rrra", "a,a"})
    void doesNotTakeASideThatIsNotThere(String left, String right) {
        assertThatThrownBy(() -> matching.check(ITEM, DRAWN, json("{'pairs':{'" + left + "':'" + right + "'}}")))
                .isInstanceOf(RefusedResponse.class)
                .hasMessage("unknown-choice");
    }

    @Test
    void takesEitherOfTwoRightsThatReadTheSame() {
        JsonObject item = json("{'pairs':[{'id':'a','left':{'en':'Tea'},'right':{'en':'drink'}},"
                + "{'id':'b','left':{'en':'Milk'},'right':{'en':'drink'}}]}");
        JsonObject drawn = json("{'left':[{'id':'llla','is':'a'},{'id':'lllb','is':'b'}],"
                + "'right':[{'id':'rrra','is':'a'},{'id':'rrrb','is':'b'}]}");
        assertThat(matching.score(item, drawn, json("{'pairs':{'llla':'rrrb','lllb':'rrra'}}")))
                .isEqualByComparingTo("1");
    }

    @Test
    void letsThePlaceAndTheIdOfARightTellNothingOfItsLeft() {
        Random random = new Random(1);
        int facing = 0;
        for (int i = 0; i < 4000; i++) {
            JsonObject drawn = matching.draw(ITEM, random);
            facing += authorsIds(drawn, "left")
                            .get(0)
                            .equals(authorsIds(drawn, "right").get(0))
                    ? 1
                    : 0;
            assertThat(values(drawn, "left", "id")).doesNotContainAnyElementsOf(values(drawn, "right", "id"));
        }
        assertThat(facing).as("one right in four faces its left by chance").isBetween(900, 1100);
    }

    @Test
    void tellsTheAuthorOfIdsThatStandTwiceAndOfTooFewPairs() {
        assertThat(matching.faults(json("{'pairs':[{'id':'a','right':{}},{'id':'a','right':{}}]}")))
                .hasSize(1);
        assertThat(matching.faults(json("{'pairs':[{'id':'a','right':{}}]}"))).hasSize(1);
        assertThat(
                        matching.faults(
                                json(
                                        "{'pairs':[{'id':'a','right':{}},{'id':'b','right':{}}],'distractors':[{'id':'b','right':{}}]}")))
                .hasSize(1);
        assertThat(matching.faults(ITEM)).isEmpty();
    }

    private static List<String> authorsIds(JsonObject drawn, String side) {
        return values(drawn, side, "is");
    }

    private static List<String> values(JsonObject drawn, String side, String member) {
        return drawn.getJsonArray(side).getValuesAs((JsonObject place) -> place.getString(member));
    }
}
