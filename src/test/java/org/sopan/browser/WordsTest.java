package org.sopan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every word the client says stands in both languages, and none stands there for nothing. The pages of a folder that has
 * words of its own use these and everybody's; all others use everybody's only, which are all that a first visit loads.
 */
class WordsTest {
    private static final Path APP = Path.of("src/main/webapp/app");
    private static final String EVERYBODY = "";
    private static final List<String> FOLDERS = List.of("staff", "mine");
    /** What is given to t(…), with calls inside. */
    private static final Pattern ASKED = Pattern.compile("\\bt\\((" + balanced(4) + ")\\)");

    private static final Pattern LITERAL = Pattern.compile("(?<!=== )'([a-z][\\w.-]*)'");
    private static final Pattern TEMPLATE = Pattern.compile("`([^`]*\\$\\{[^`]*)`");
    private static final Pattern GAP = Pattern.compile("\\$\\{[^}]*}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        for (String shelf : shelves()) {
            assertThat(words(shelf, "bn").keySet()).isEqualTo(words(shelf, "en").keySet());
        }
    }

    @Test
    void bothLanguagesLeaveTheSamePlacesForValues() throws IOException {
        for (String shelf : shelves()) {
            JsonObject bangla = words(shelf, "bn");
            words(shelf, "en").forEach((key, english) -> assertThat(found(PLACEHOLDER, bangla.getString(key)))
                    .as(key)
                    .isEqualTo(found(PLACEHOLDER, english.toString())));
        }
    }

    @Test
    void everyKeyThatIsUsedExists() throws IOException {
        for (String shelf : shelves()) {
            Set<String> keys = new TreeSet<>(words(EVERYBODY, "bn").keySet());
            keys.addAll(words(shelf, "bn").keySet());
            assertThat(keys).containsAll(plainKeys(shelf));
            for (String template : templates(shelf)) {
                assertThat(keys).as(template).anyMatch(like(template));
            }
        }
    }

    @Test
    void everyKeyIsUsed() throws IOException {
        Set<String> unused = new TreeSet<>(words(EVERYBODY, "bn").keySet());
        for (String shelf : shelves()) {
            Set<String> left = new TreeSet<>(words(shelf, "bn").keySet());
            for (Set<String> keys : List.of(left, unused)) {
                keys.removeAll(plainKeys(shelf));
                for (String template : templates(shelf)) {
                    keys.removeIf(like(template));
                }
            }
            if (!shelf.equals(EVERYBODY)) {
                assertThat(left).as(shelf).isEmpty();
            }
        }
        assertThat(unused).isEmpty();
    }

    @Test
    void noKeyStandsTwice() throws IOException {
        for (String folder : FOLDERS) {
            assertThat(words(folder, "bn").keySet())
                    .doesNotContainAnyElementsOf(words(EVERYBODY, "bn").keySet());
        }
    }

    private static List<String> shelves() {
        return Stream.concat(Stream.of(EVERYBODY), FOLDERS.stream()).toList();
    }

    private static String balanced(int depth) {
        return depth == 0 ? "[^()]*" : "(?:[^()]|\\(" + balanced(depth - 1) + "\\))*";
    }

    private static Set<String> plainKeys(String shelf) throws IOException {
        return asked(shelf)
                .flatMap(arguments -> found(LITERAL, TEMPLATE.matcher(arguments).replaceAll("")).stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> templates(String shelf) throws IOException {
        return asked(shelf)
                .flatMap(arguments -> found(TEMPLATE, arguments).stream())
                .collect(Collectors.toSet());
    }

    private static Predicate<String> like(String template) {
        String pattern = Stream.of(GAP.split(template, -1)).map(Pattern::quote).collect(Collectors.joining(".+"));
        return Pattern.compile(pattern).asMatchPredicate();
    }

    private static Stream<String> asked(String shelf) throws IOException {
        StringBuilder modules = new StringBuilder();
        try (Stream<Path> all = Files.walk(APP)) {
            for (Path module :
                    all.filter(path -> path.toString().endsWith(".js")).toList()) {
                if (!shelfOf(module).equals(shelf)) {
                    continue;
                }
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

    private static String shelfOf(Path module) {
        String folder = APP.relativize(module).getName(0).toString();
        return FOLDERS.contains(folder) ? folder : EVERYBODY;
    }

    private static JsonObject words(String shelf, String language) throws IOException {
        String name = (shelf.equals(EVERYBODY) ? "" : shelf + ".") + language + ".json";
        try (JsonReader reader =
                Json.createReader(Files.newBufferedReader(APP.resolve("words").resolve(name)))) {
            return reader.readObject();
        }
    }
}
