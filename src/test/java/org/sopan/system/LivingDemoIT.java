package org.sopan.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The demo as a newcomer starts it: its people have a past, the same in every demo. */
class LivingDemoIT {
    private static final Map<String, String> SETTINGS = Map.of("sopan.demo.history", "true");
    private static final Map<String, String> COORDINATORS =
            Map.of("bpatc", "coordinator", "nilg", "nilg.coordinator", "bard", "bard.coordinator");
    private static final int FEWEST = 55;
    private static final int MOST = 70;

    @Test
    void showsAboutSixtyPeopleInEveryStateAndTellsTheSamePastOnceInEveryDemo() {
        Demo first;
        try (RunningServer server = start("living-demo")) {
            first = Demo.of(server);
            assertThat(first.people()).hasSizeBetween(FEWEST, MOST);
            assertThat(first.enrolments())
                    .extracting(enrolment -> enrolment.substring(0, enrolment.indexOf(' ')))
                    .contains("invited", "active", "completed", "withdrawn", "lapsed");
            COORDINATORS.keySet().forEach(institute -> assertThat(
                            first.matrices().get(institute))
                    .as(institute)
                    .contains("\"invited\"", "\"active\"", "\"completed\""));
            int mails = mails(server);

            server.kill();
            server.restart();

            awaitPast(server);
            assertThat(Demo.of(server)).as("after a crash").isEqualTo(first);
            assertThat(mails(server)).isEqualTo(mails);
        }
        try (RunningServer server = start("living-demo-again")) {
            assertThat(Demo.of(server)).as("another demo").isEqualTo(first);
        }
    }

    /**
     * What one sees of a demo.
     *
     * @param people their ids, addresses and names
     * @param enrolments state, person, course and institute
     * @param matrices by institute, each person's progress step by step
     */
    private record Demo(Set<String> people, Set<String> enrolments, Map<String, String> matrices) {
        static Demo of(RunningServer server) {
            Api administrator = server.as("administrator");
            Set<String> people = new TreeSet<>();
            items(administrator, "/api/people?size=500")
                    .forEach(person -> people.add(person.getString("id") + " " + person.getString("email") + " "
                            + person.getJsonObject("name")));
            Set<String> enrolments = new TreeSet<>();
            for (JsonObject cohort :
                    administrator.get("/api/cohorts").expect(200).objects()) {
                items(administrator, "/api/cohorts/" + cohort.getString("id") + "/people?size=500")
                        .forEach(row -> enrolments.add(row.getString("state") + " " + row.getString("person") + " "
                                + row.getString("course") + " " + row.getString("institute") + " "
                                + cohort.getJsonObject("title")));
            }
            Map<String, String> matrices = new TreeMap<>();
            COORDINATORS.forEach((institute, coordinator) -> matrices.put(
                    institute, matrix(server.as(coordinator), institute).toString()));
            return new Demo(people, enrolments, matrices);
        }

        private static List<String> matrix(Api coordinator, String institute) {
            return coordinator
                    .get("/api/institutes/" + institute + "/progress")
                    .expect(200)
                    .json()
                    .getJsonArray("people")
                    .getValuesAs(JsonObject.class)
                    .stream()
                    .map(row -> Stream.of("id", "name", "state", "percent", "cells")
                            .map(field -> String.valueOf(row.get(field)))
                            .collect(Collectors.joining(" ")))
                    .toList();
        }

        private static List<JsonObject> items(Api api, String path) {
            return api.get(path).expect(200).json().getJsonArray("items").getValuesAs(JsonObject.class);
        }
    }

    private static RunningServer start(String folder) {
        RunningServer server = RunningServer.demo(Workplace.folder(folder), SETTINGS);
        awaitPast(server);
        return server;
    }

    private static void awaitPast(RunningServer server) {
        Eventually.holds(
                "the past is told", Duration.ofSeconds(60), () -> server.log().contains("have their past"));
    }

    private static int mails(RunningServer server) {
        return server.as("administrator").get("/api/outbox").expect(200).json().getInt("total");
    }
}
