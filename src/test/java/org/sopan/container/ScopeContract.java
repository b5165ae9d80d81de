package org.sopan.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every endpoint by every role, inside and outside its scope: {@code scope.txt} has a line for each, and an endpoint
 * that the server describes without a line there fails.
 */
interface ScopeContract extends ScopePlaces {
    /** Who asks, in the order of the columns; those who may not come first, so that nothing is changed for them. */
    List<String> WHO = List.of(
            "",
            LEARNER,
            OTHER_LEARNER,
            COORDINATOR_ELSEWHERE,
            VIEWER,
            VIEWER_ELSEWHERE,
            FACILITATOR,
            COORDINATOR,
            ADMINISTRATOR);

    /** Those to whom the people of the demo's institute are foreign, whatever else they may see. */
    Set<String> ELSEWHERE = Set.of(COORDINATOR_ELSEWHERE, VIEWER_ELSEWHERE);

    /** A line: what is asked, and the status each is answered with. */
    record Line(String endpoint, String method, String path, String body, List<Integer> expected) {
        static Line of(String text) {
            String[] cells =
                    Arrays.stream(text.split("\\|", -1)).map(String::strip).toArray(String[]::new);
            String[] asked = cells[0].split(" +", 2);
            String path = cells[1].isEmpty() ? asked[1] : cells[1];
            List<Integer> expected =
                    Arrays.stream(cells[3].split(" +")).map(Integer::valueOf).toList();
            return new Line(cells[0], asked[0], path, cells[2], expected);
        }

        /** Whether even a stranger is answered. */
        boolean isPublic() {
            return expected.get(0) / 100 == 2;
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static Stream<Line> lines() {
        try (InputStream in = Objects.requireNonNull(ScopeContract.class.getResourceAsStream("scope.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.isBlank() && !line.startsWith("#")).map(Line::of).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    default void hasALineForEveryEndpointThatIsDescribed() {
        JsonObject paths = stranger()
                .with("Accept", "application/json")
                .get("/openapi")
                .json()
                .asJsonObject()
                .getJsonObject("paths");
        TreeSet<String> described = new TreeSet<>();
        paths.forEach((path, methods) -> methods.asJsonObject()
                .keySet()
                .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path)));

        assertThat(lines().map(Line::endpoint)).containsAll(described);
        assertThat(described).containsAll(lines().map(Line::endpoint).toList());
    }

    /** 401 without a token, 403 for a role that never may, 404 outside one's scope. */
    @ParameterizedTest
    @MethodSource("lines")
    default void letsEachRoleDoWhatIsTheirs(Line line) {
        Map<String, Integer> expected = new LinkedHashMap<>();
        Map<String, Integer> answered = new LinkedHashMap<>();
        String path = filled(line.path());
        String body = filled(line.body());
        for (int i = 0; i < WHO.size(); i++) {
            String name = WHO.get(i);
            expected.put(name, line.expected().get(i));
            Visitor.Answer answer = typed(visitor(name, line), path).send(line.method(), path, body);
            answered.put(name, answer.status());
            if (ELSEWHERE.contains(name) && !line.isPublic()) {
                assertThat(answer.text())
                        .as("what %s is told of another institute's people", name)
                        .doesNotContain(ownPeople());
            }
        }

        assertThat(answered).isEqualTo(expected);
    }

    /** Signing out takes a sign-in of its own. */
    private Visitor visitor(String name, Line line) {
        if (name.isEmpty()) {
            return stranger();
        }
        return line.endpoint().equals("DELETE /api/session") ? stranger().signedIn(name) : person(name);
    }

    private static Visitor typed(Visitor visitor, String path) {
        if (path.contains("roster-plans?")) {
            return visitor.and("Content-Type", "text/csv");
        }
        if (path.endsWith("order-document")) {
            return visitor.and("Content-Type", "application/pdf");
        }
        if (path.equals("/api/pictures")) {
            return visitor.and("Content-Type", "image/png");
        }
        return path.contains("unsubscribe")
                ? visitor.and("Content-Type", "application/x-www-form-urlencoded")
                : visitor;
    }
}
