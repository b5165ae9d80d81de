package org.sopan.course;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A module's quiz.yaml. */
record QuizFile(String module, YamlNode root, Desk desk) {

    void check(YamlNode moduleNode) {
        Set<String> outcomes = LessonFile.ids(moduleNode.at("outcomes"));
        Map<String, Integer> practice = new HashMap<>();
        Map<String, Integer> test = new HashMap<>();
        for (YamlNode item : root.at("items").items()) {
            desk.claim("item", item.at("id"));
            YamlNode outcome = item.at("outcome");
            if (!moduleNode.value().isMissingNode() && !outcomes.contains(outcome.text())) {
                desk.faults().error(outcome, "unknown-outcome", "module.yaml has no outcome " + outcome.text());
            }
            (is(item, Item.Use.TEST) ? test : practice).merge(outcome.text(), 1, Integer::sum);
            new ItemRules(item, desk).check();
        }
        int draw = root.at("draw").number();
        long drawn = root.at("items").items().stream()
                .filter(item -> is(item, Item.Use.PRACTICE))
                .count();
        if (drawn < 2L * draw) {
            desk.faults()
                    .error(
                            root.at("draw"),
                            "too-few-items",
                            drawn + " practice items for a draw of " + draw + "; at least twice as many are needed");
        }
        checkCoverage(moduleNode, practice, test);
    }

    long count(Item.Use use, Level level) {
        return root.at("items").items().stream()
                .filter(item -> is(item, use) && item.at("level").text().equals(level.word()))
                .count();
    }

    private static boolean is(YamlNode item, Item.Use use) {
        return item.at("use").text().equalsIgnoreCase(use.name());
    }

    /** The quiz for readers; only for a file without an error. */
    Quiz quiz() {
        return new Quiz(
                module,
                root.at("title").localized(),
                root.at("draw").number(),
                root.at("passPercent").number(),
                numberOrNull(root.at("attempts")),
                numberOrNull(root.at("timeLimitMinutes")),
                items());
    }

    private List<Item> items() {
        ItemDefinition definition = new ItemDefinition(desk.markdown());
        return root.at("items").items().stream()
                .map(node -> new Item(
                        node.at("id").text(),
                        Item.Use.of(node.at("use").text()),
                        node.at("type").text(),
                        node.at("outcome").text(),
                        Level.of(node.at("level").text()),
                        node.at("points").number(),
                        definition.of(node)))
                .toList();
    }

    /** What a module teaches is asked about; of test items it may have none, but then of no outcome. */
    private void checkCoverage(YamlNode moduleNode, Map<String, Integer> practice, Map<String, Integer> test) {
        for (YamlNode outcome : moduleNode.at("outcomes").items()) {
            String id = outcome.at("id").text();
            if (outcome.at("level").text().equals("create")) {
                continue;
            }
            int practised = practice.getOrDefault(id, 0);
            int tested = test.getOrDefault(id, 0);
            if (practised < 2) {
                desk.faults()
                        .error(
                                outcome.at("id"),
                                "uncovered-outcome",
                                id + " has " + practised + " practice items, not two");
            }
            if (tested < 2 && !test.isEmpty()) {
                desk.faults()
                        .warning(outcome.at("id"), "uncovered-outcome", id + " has " + tested + " test items, not two");
            }
        }
    }

    private static @Nullable Integer numberOrNull(YamlNode node) {
        return node.value().isInt() ? node.number() : null;
    }
}
