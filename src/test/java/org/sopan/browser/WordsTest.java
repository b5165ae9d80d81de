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
 * Every word the client says stands in both languages, and none stands there for nothing. All modules use everybody's
 * words, which are all that a first visit loads; those of a folder also the words that are loaded with it.
 */
class WordsTest {
    private static final Path APP = Path.of("src/main/webapp/app");
    private static final String EVERYBODY = "";
    private static final String MINE = "mine";
    private static final String STAFF = "staff";
    private static final List<String> SHELVES = List.of(EVERYBODY, MINE, STAFF);
    /** What is given to t(…), with calls inside. */
    private static final Pattern ASKED = Pattern.compile("\\bt\\((" + balanced(4) + ")\\)");

    private static final Pattern LITERAL = Pattern.compile("(?<!=== )'([a-z][\\w.-]*)'");
    private static final Pattern TEMPLATE = Pattern.compile("`([^`]*\\$\\{[^`]*)`");
    private static final Pattern GAP = Pattern.compile("\\$\\{[^}]*}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        for (String shelf : SHELVES) {
            assertThat(words(shelf, "bn").keySet()).isEqualTo(words(shelf, "en").keySet());
        }
    }

    @Test
    void bothLanguagesLeaveTheSamePlacesForValues() throws IOException {
        for (String shelf : SHELVES) {
            JsonObject bangla = words(shelf, "bn");
            words(shelf, "en").forEach((key, english) -> assertThat(found(PLACEHOLDER, bangla.getString(key)))
                    .as(key)
                    .isEqualTo(found(PLACEHOLDER, english.toString())));
        }
    }

    @Test
    void everyKeyThatIsUsedExists() throws IOException {
        for (String folder : SHELVES) {
            Set<String> keys = new TreeSet<>();
            for (String shelf : loadedFor(folder)) {
                keys.addAll(words(shelf, "bn").keySet());
            }
            assertThat(keys).containsAll(plainKeys(folder));
            for (String template : templates(folder)) {
                assertThat(keys).as(template).anyMatch(like(template));
            }
        }
    }

    @Test
    void everyKeyIsUsed() throws IOException {
        for (String shelf : SHELVES) {
            Set<String> left = new TreeSet<>(words(shelf, "bn").keySet());
            for (String folder : SHELVES) {
                if (loadedFor(folder).contains(shelf)) {
                    left.removeAll(plainKeys(folder));
                    for (String template : templates(folder)) {
                        left.removeIf(like(template));
                    }
                }
            }
            assertThat(left).as(shelf).isEmpty();
        }
    }

    @Test
    void noKeyStandsTwice() throws IOException {
        Set<String> all = new TreeSet<>();
        for (String shelf : SHELVES) {
            Set<String> keys = words(shelf, "bn").keySet();
            assertThat(all).doesNotContainAnyElementsOf(keys);
            all.addAll(keys);
        }
    }

    /** The words that the modules of a folder find loaded. */
    private static List<String> loadedFor(String folder) {
        return SHELVES.subList(0, SHELVES.indexOf(folder) + 1);
    }

    private static String balanced(int depth) {
        return depth == 0 ? "[^()]*" : "(?:[^()]|\\(" + balanced(depth - 1) + "\\))*";
    }

    private static Set<String> plainKeys(String folder) throws IOException {
        return asked(folder)
                .flatMap(arguments -> found(LITERAL, TEMPLATE.matcher(arguments).replaceAll("")).stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> templates(String folder) throws IOException {
        return asked(folder)
                .flatMap(arguments -> found(TEMPLATE, arguments).stream())
                .collect(Collectors.toSet());
    }

    private static Predicate<String> like(String template) {
        String pattern = Stream.of(GAP.split(template, -1)).map(Pattern::quote).collect(Collectors.joining(".+"));
        return Pattern.compile(pattern).asMatchPredicate();
    }

    private static Stream<String> asked(String folder) throws IOException {
        StringBuilder modules = new StringBuilder();
        try (Stream<Path> all = Files.walk(APP)) {
            for (Path module :
                    all.filter(path -> path.toString().endsWith(".js")).toList()) {
                if (!folderOf(module).equals(folder)) {
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

    private static String folderOf(Path module) {
        String folder = APP.relativize(module).getName(0).toString();
        return SHELVES.contains(folder) ? folder : EVERYBODY;
    }

    private static JsonObject words(String shelf, String language) throws IOException {
        String name = (shelf.equals(EVERYBODY) ? "" : shelf + ".") + language + ".json";
        try (JsonReader reader =
                Json.createReader(Files.newBufferedReader(APP.resolve("words").resolve(name)))) {
            return reader.readObject();
        }
    }
}
