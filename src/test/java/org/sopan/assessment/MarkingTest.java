package org.sopan.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sopan.course.Item;
import org.sopan.course.Level;
import org.sopan.course.Quiz;
import org.sopan.shared.LocalizedText;

class MarkingTest {
    private final List<Item> items = new ArrayList<>();
    private final List<DrawnItem> drawn = new ArrayList<>();
    private final Map<String, AnswerJournal.Entry> answers = new HashMap<>();

    @Test
    void countsAnUnansweredOrClearedItemAsNothing() {
        trueFalse("a", 1, "true");
        trueFalse("b", 1, null);
        trueFalse("c", 2, "true");
        answers.put("c", entry("c", JsonValue.NULL));
        assertThat(mark().percent()).isEqualTo(25);
        JsonObject told = json(mark().toJson(false));
        assertThat(told.getInt("score")).isEqualTo(1);
        assertThat(told.getInt("max")).isEqualTo(4);
        assertThat(told.getJsonArray("items")).hasSize(3);
    }

    @Test
    void roundsPercentsDownSoThatNobodyIsToldAPassMarkThatWasNotReached() {
        for (int i = 0; i < 23; i++) {
            trueFalse("i" + i, 1, i < 16 ? "true" : "false");
        }
        assertThat(mark().percent()).as("16 of 23 are 69.57 percent").isEqualTo(69);
        assertThat(mark().reaches(70)).isFalse();
        assertThat(mark().reaches(69)).isTrue();
    }

    @Test
    void passesWithExactlyThePassMark() {
        for (int i = 0; i < 10; i++) {
            trueFalse("i" + i, 1, i < 7 ? "true" : "false");
        }
        assertThat(mark().percent()).isEqualTo(70);
        assertThat(mark().reaches(70)).isTrue();
        assertThat(mark().reaches(71)).isFalse();
    }

    @Test
    void weighsItemsByTheirPoints() {
        trueFalse("a", 3, "true");
        trueFalse("b", 1, "false");
        assertThat(mark().percent()).isEqualTo(75);
    }

    @Test
    void roundsPartsOfPointsToHundredths() {
        JsonObject definition = json("{\"choices\":[{\"id\":\"a\",\"correct\":true,\"text\":{}},"
                + "{\"id\":\"b\",\"correct\":true,\"text\":{}},{\"id\":\"c\",\"correct\":true,\"text\":{}},"
                + "{\"id\":\"d\",\"text\":{}}]}");
        JsonObject shown = json("{\"choices\":[{\"id\":\"w\",\"is\":\"a\"},{\"id\":\"x\",\"is\":\"b\"},"
                + "{\"id\":\"y\",\"is\":\"c\"},{\"id\":\"z\",\"is\":\"d\"}]}");
        add(new Item("m", Item.Use.PRACTICE, "multiple", "o1", Level.APPLY, 2, definition), shown);
        answers.put("m", entry("m", json("{\"choices\":[\"w\",\"x\"]}")));
        assertThat(json(mark().toJson(false)).getJsonNumber("score").bigDecimalValue())
                .isEqualByComparingTo("1.33");
        assertThat(mark().percent()).isEqualTo(66);
    }

    @Test
    void isNothingOfNothing() {
        assertThat(mark().percent()).isZero();
    }

    private Marking mark() {
        Quiz quiz = new Quiz("quiz", LocalizedText.of("Quiz", "কুইজ"), 1, 70, null, null, items);
        return Marking.of(quiz, drawn, answers, new QuestionTypes());
    }

    private void trueFalse(String id, int points, @org.jspecify.annotations.Nullable String choice) {
        add(
                new Item(id, Item.Use.PRACTICE, "true-false", "o1", Level.APPLY, points, json("{\"answer\":true}")),
                JsonValue.EMPTY_JSON_OBJECT);
        if (choice != null) {
            answers.put(id, entry(id, json("{\"choice\":\"" + choice + "\"}")));
        }
    }

    private void add(Item item, JsonObject shown) {
        items.add(item);
        drawn.add(new DrawnItem(item.id(), item.points(), shown));
    }

    private static AnswerJournal.Entry entry(String item, JsonValue response) {
        return new AnswerJournal.Entry(item, 1, response, Instant.EPOCH, "");
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
