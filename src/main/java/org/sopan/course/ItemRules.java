package org.sopan.course;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.sopan.shared.Language;

/** What a good question keeps to, beyond the structure that the schema asks for. */
record ItemRules(YamlNode item, Desk desk) {
    private static final double BY_FAR = 1.6;
    private static final Pattern ALL_OF_THE_ABOVE = Pattern.compile(
            "(all|none) of the (above|following)|(উপরের|ওপরের|উপরোক্ত)\\s*(সব|কোনোটি|কোনটি)", Pattern.CASE_INSENSITIVE);
    private static final Set<String> NOT_PROSE = Set.of("unit", "accept");

    void check() {
        checkProse(item);
        Set<String> ids = new HashSet<>();
        for (String list : List.of("choices", "pairs", "distractors", "steps")) {
            for (YamlNode part : item.at(list).items()) {
                if (part.has("id") && !ids.add(part.at("id").text())) {
                    faults().error(part.at("id"), "duplicate-id", part.at("id").text() + " stands here twice");
                }
            }
        }
        checkChoices(item.at("choices"));
        // those who know the types may rely on the structure
        if (!faults().spoil(item)) {
            desk.itemCheck()
                    .faults(item.at("type").text(), new ItemDefinition(desk.markdown()).of(item))
                    .forEach(words -> faults().error(item, "item", words));
        }
    }

    private void checkProse(YamlNode node) {
        if (node.isLocalized()) {
            for (Language language : Language.values()) {
                if (node.has(language.code())) {
                    Prose prose = Prose.ofText(node.at(language.code()), language);
                    ProseRules.check(prose, desk.shared(), faults());
                    Pictures.NONE.check(prose, faults());
                }
            }
            return;
        }
        node.items().forEach(this::checkProse);
        node.names().stream().filter(name -> !NOT_PROSE.contains(name)).forEach(name -> checkProse(node.at(name)));
    }

    private void checkChoices(YamlNode choices) {
        String type = item.at("type").text();
        if (!type.equals("single") && !type.equals("multiple")) {
            return;
        }
        List<YamlNode> correct = choices.items().stream()
                .filter(choice -> choice.at("correct").isTrue())
                .toList();
        if (correct.isEmpty()) {
            faults().error(choices, "no-correct-choice", "no choice is correct");
        } else if (type.equals("single") && correct.size() > 1) {
            faults().error(correct.get(1), "several-correct-choices", "only one choice of a single item is correct");
        }
        for (Language language : Language.values()) {
            correct.forEach(choice -> checkLength(choice, choices, language));
            for (YamlNode choice : choices.items()) {
                YamlNode text = choice.at("text").at(language.code());
                if (ALL_OF_THE_ABOVE.matcher(text.text()).find()) {
                    faults().warning(text, "giveaway", "“" + text.text() + "” gives the answer away");
                }
            }
        }
    }

    private void checkLength(YamlNode choice, YamlNode choices, Language language) {
        int longestOther = choices.items().stream()
                .filter(other -> !other.pointer().equals(choice.pointer()))
                .mapToInt(other -> length(other, language))
                .max()
                .orElse(Integer.MAX_VALUE);
        if (length(choice, language) > BY_FAR * longestOther) {
            faults().warning(
                            choice.at("text").at(language.code()),
                            "giveaway",
                            "the correct choice is by far the longest and gives itself away");
        }
    }

    private static int length(YamlNode choice, Language language) {
        String text = choice.at("text").at(language.code()).text();
        return text.codePointCount(0, text.length());
    }

    private Faults faults() {
        return desk.faults();
    }
}
