package org.sopan.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sopan.course.Catalogue;
import org.sopan.course.Item;
import org.sopan.course.Quiz;

/** What would be right in an attempt, in the ids it shows. Only the demo asks, to answer for its invented people. */
@ApplicationScoped
public class RightAnswers {
    private final Catalogue catalogue;
    private final QuestionTypes types;

    @Inject
    public RightAnswers(Catalogue catalogue, QuestionTypes types) {
        this.catalogue = catalogue;
        this.types = types;
    }

    /** By item, in the order drawn. */
    public Map<String, JsonValue> of(Attempt attempt) {
        Quiz quiz = catalogue
                .release(attempt.course(), attempt.release())
                .quiz(attempt.quiz())
                .orElseThrow();
        Map<String, JsonValue> right = new LinkedHashMap<>();
        for (DrawnItem drawn : attempt.drawn()) {
            Item item = quiz.item(drawn.id()).orElseThrow();
            right.put(
                    drawn.id(),
                    types.of(item.type())
                            .review(item.definition(), drawn.drawn(), null)
                            .get("right"));
        }
        return right;
    }
}
