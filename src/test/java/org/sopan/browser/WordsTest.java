package org.sopan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every word the client says stands in both languages, and none stands there for nothing. */
class WordsTest {
    private static final Path APP = Path.of("src/main/webapp/app");
    /** What is given to t(…), with calls inside. */
    private static final Pattern ASKED = Pattern.compile("\\bt\\((" + balanced(4) + ")\\)");

    private static final Pattern LITERAL = Pattern.compile("(?<!=== )'([a-z][\\w.-]*)'");
    private static final Pattern TEMPLATE = Pattern.compile("`([^`]*\\$\\{[^`]*)`");
    private static final Pattern GAP = Pattern.compile("\\$\\{[^}]*}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        assertThat(words("bn").keySet()).isEqualTo(words("en").keySet());
    }

    @Test
    void bothLanguagesLeaveTheSamePlacesForValues() throws IOException {
        JsonObject bangla = words("bn");
        words("en").forEach((key, english) -> assertThat(found(PLACEHOLDER, bangla.getString(key)))
                .as(key)
                .isEqualTo(found(PLACEHOLDER, english.toString())));
    }

    @Test
    void everyKeyThatIsUsedExists() throws IOException {
        Set<String> keys = words("bn").keySet();
        assertThat(keys).containsAll(plainKeys());
        for (String template : templates()) {
            assertThat(keys).as(template).anyMatch(like(template));
        }
    }

    @Test
    void everyKeyIsUsed() throws IOException {
        Set<String> left = new TreeSet<>(words("bn").keySet());
        left.removeAll(plainKeys());
        for (String template : templates()) {
            left.removeIf(like(template));
        }
        assertThat(left).isEmpty();
    }

    private static String balanced(int depth) {
        return depth == 0 ? "[^()]*" : "(?:[^()]|\\(" + balanced(depth - 1) + "\\))*";
    }

    private static Set<String> plainKeys() throws IOException {
        return asked().flatMap(
                        arguments -> found(LITERAL, TEMPLATE.matcher(arguments).replaceAll("")).stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> templates() throws IOException {
        return asked().flatMap(arguments -> found(TEMPLATE, arguments).stream()).collect(Collectors.toSet());
    }

    private static Predicate<String> like(String template) {
        String pattern = Stream.of(GAP.split(template, -1)).map(Pattern::quote).collect(Collectors.joining(".+"));
        return Pattern.compile(pattern).asMatchPredicate();
    }

    private static Stream<String> asked() throws IOException {
        StringBuilder modules = new StringBuilder();
        try (Stream<Path> all = Files.walk(APP)) {
            for (Path module :
                    all.filter(path -> path.toString().endsWith(".js")).toList()) {
                modules.append(Files.readString(module)).append('\n');
            }
        }
        return ASKED.matcher(modules.toString()).results().map(match -> match.group(1));
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.groupCount() == 0 ? match.group() : match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static JsonObject words(String language) throws IOException {
        try (JsonReader reader =
                Json.createReader(Files.newBufferedReader(APP.resolve("words").resolve(language + ".json")))) {
            return reader.readObject();
        }
    }
}
