package org.sopan.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sopan.shared.Language;

/** Every act that is recorded can be read in both languages. */
class AuditWordsTest {
    private static final Path CODE = Path.of("src/main/java/org/sopan");
    private static final Pattern RECORD =
            Pattern.compile("\\baudit\\s*\\.record\\(\\s*((?:[^,()]|\\([^()]*\\))+),([^,]+),", Pattern.DOTALL);
    private static final Pattern CALL = Pattern.compile("\\baudit\\s*\\.record\\(");
    /** A method of the class itself that passes the act on. */
    private static final Pattern PASSED_ON =
            Pattern.compile("(?<!audit)(?<!audit\\s)\\.?\\brecord\\(([^,;()]*\"[^,;()]*),", Pattern.DOTALL);

    private static final Pattern LITERAL = Pattern.compile("\"([^\"]+)\"");

    @Test
    void everyActThatIsRecordedHasWordsInBothLanguages() throws IOException {
        Set<String> actions = actions();
        assertThat(actions).contains("enrolled", "role-granted", "invitation-used", "reset-used");
        for (Language language : Language.values()) {
            String other = Words.of(language, "audit.other", "audit.other");
            assertThat(actions).allSatisfy(action -> assertThat(Words.of(language, "audit." + action, "audit.other"))
                    .as(action + " in " + language)
                    .isNotEqualTo(other));
        }
    }

    @Test
    void everyCallNamesItsActInPlaceSoThatItIsFoundHere() throws IOException {
        for (String text : code()) {
            long calls = CALL.matcher(text).results().count();
            long named = RECORD.matcher(text)
                    .results()
                    .filter(match -> LITERAL.matcher(match.group(2)).find()
                            || (match.group(2).strip().equals("action")
                                    && PASSED_ON.matcher(text).find()))
                    .count();
            assertThat(named).as(text).isEqualTo(calls);
        }
    }

    private static Set<String> actions() throws IOException {
        return code().stream()
                .flatMap(text -> Stream.concat(
                        RECORD.matcher(text).results().map(match -> match.group(2)),
                        PASSED_ON.matcher(text).results().map(match -> match.group(1))))
                .flatMap(action -> LITERAL.matcher(action).results())
                .map(AuditWordsTest::literal)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String literal(MatchResult match) {
        return match.group(1);
    }

    private static Set<String> code() throws IOException {
        try (Stream<Path> files = Files.walk(CODE)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(AuditWordsTest::read)
                    .collect(Collectors.toSet());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
