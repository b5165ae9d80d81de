package org.sopan.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.sopan.course.ItemCheck;
import org.sopan.platform.PlugIns;
import org.sopan.spi.question.QuestionType;

/** The installed question types; authors' items are checked by them too. */
@ApplicationScoped
public class QuestionTypes implements ItemCheck {
    private final Map<String, QuestionType> types = new PlugIns().of(QuestionType.class, QuestionType::name);

    QuestionType of(String name) {
        QuestionType type = types.get(name);
        if (type == null) {
            throw new IllegalStateException("no question type " + name);
        }
        return type;
    }

    @Override
    public List<String> faults(String type, JsonObject definition) {
        QuestionType known = types.get(type);
        return known == null ? List.of("no question type " + type + " is installed") : known.faults(definition);
    }
}
