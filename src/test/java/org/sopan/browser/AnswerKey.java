package org.sopan.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.Yaml;

/** The right answers, as the course's files have them; given in Bangla as a person would give them. */
final class AnswerKey {
    private final Map<String, Map<String, Object>> items = new HashMap<>();

    static AnswerKey of(String course) throws IOException {
        AnswerKey key = new AnswerKey();
        try (DirectoryStream<Path> modules = Files.newDirectoryStream(Path.of("courses", course), "m*")) {
            for (Path module : modules) {
                try (Reader quiz = Files.newBufferedReader(module.resolve("quiz.yaml"))) {
                    Map<String, Object> read = new Yaml().load(quiz);
                    maps(read, "items").forEach(item -> key.items.put((String) item.get("id"), item));
                }
            }
        }
        return key;
    }

    void answerAll(Page page) {
        for (Locator card : page.locator("fieldset.item").all()) {
            answer(card);
        }
    }

    private void answer(Locator card) {
        String id = Objects.requireNonNull(card.getAttribute("aria-labelledby")).substring("q-".length());
        Map<String, Object> item = Objects.requireNonNull(items.get(id), id);
        switch ((String) Objects.requireNonNull(item.get("type"))) {
            case "true-false" ->
                card.locator("input[value=" + item.get("answer") + "]").check();
            case "numeric" -> {
                card.locator("input").click();
                card.locator("input").fill(String.valueOf(item.get("answer")));
            }
            case "matching" -> match(card, maps(item, "pairs"));
            default ->
                maps(item, "choices").stream()
                        .filter(choice -> Boolean.TRUE.equals(choice.get("correct")))
                        .forEach(choice -> card.locator("label.choice")
                                .filter(new Locator.FilterOptions()
                                        .setHas(card.page().getByText(bangla(choice, "text"), exactly())))
                                .locator("input")
                                .check());
        }
    }

    /** Takes a partner for each side in the order shown, in which the next one opens by itself. */
    private static void match(Locator card, List<Map<String, Object>> pairs) {
        for (Locator side : card.locator(".pair").all()) {
            String left = side.locator(".side").innerText().strip();
            Map<String, Object> pair = pairs.stream()
                    .filter(each -> bangla(each, "left").equals(left))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(left));
            side.getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions()
                                    .setName(bangla(pair, "right"))
                                    .setExact(true))
                    .click();
        }
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(Map<String, Object> in, String name) {
        return (List<Map<String, Object>>) Objects.requireNonNull(in.get(name), name);
    }

    @SuppressWarnings("unchecked")
    private static String bangla(Map<String, Object> in, String name) {
        return Objects.requireNonNull(((Map<String, String>) Objects.requireNonNull(in.get(name), name)).get("bn"));
    }
}
