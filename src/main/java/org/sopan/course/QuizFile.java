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
        Map<String, Integer> items = new HashMap<>();
        int practice = 0;
        for (YamlNode item : root.at("items").items()) {
            desk.claim("item", item.at("id"));
            YamlNode outcome = item.at("outcome");
            if (!moduleNode.value().isMissingNode() && !outcomes.contains(outcome.text())) {
                desk.faults().error(outcome, "unknown-outcome", "module.yaml has no outcome " + outcome.text());
            }
            items.merge(outcome.text(), 1, Integer::sum);
            practice += item.at("use").text().equals("practice") ? 1 : 0;
            new ItemRules(item, desk).check();
        }
        int draw = root.at("draw").number();
        if (practice < 2 * draw) {
            desk.faults()
                    .error(
                            root.at("draw"),
                            "too-few-items",
                            practice + " practice items for a draw of " + draw + "; at least twice as many are needed");
        }
        checkCoverage(moduleNode, items);
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

    private void checkCoverage(YamlNode moduleNode, Map<String, Integer> items) {
        for (YamlNode outcome : moduleNode.at("outcomes").items()) {
            String id = outcome.at("id").text();
            int covered = items.getOrDefault(id, 0);
            if (covered < 2 && !outcome.at("level").text().equals("create")) {
                desk.faults().error(outcome.at("id"), "uncovered-outcome", id + " has " + covered + " items, not two");
            }
        }
    }

    private static @Nullable Integer numberOrNull(YamlNode node) {
        return node.value().isInt() ? node.number() : null;
    }
}
