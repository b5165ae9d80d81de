package org.sopan.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The demo as a newcomer starts it: its people have a past. */
class LivingDemoIT {
    private static final Map<String, String> SETTINGS = Map.of("sopan.demo.history", "true");

    @Test
    void showsThreeInstitutesInEveryStateAndTellsItsPastOnce() {
        try (RunningServer server = RunningServer.demo(Workplace.folder("living-demo"), SETTINGS)) {
            Eventually.holds("the past is told", Duration.ofSeconds(60), () -> server.log()
                    .contains("have their past"));
            Map<String, Long> nilg = states(server, "nilg.coordinator", "nilg");
            assertThat(states(server, "coordinator", "bpatc")).containsKeys("invited", "active", "completed");
            assertThat(nilg).containsKeys("invited", "active", "completed");
            assertThat(states(server, "bard.coordinator", "bard")).containsKeys("invited", "active", "completed");
            int mails = mails(server);

            server.kill();
            server.restart();

            Eventually.holds("the past is known", Duration.ofSeconds(60), () -> server.log()
                    .contains("have their past"));
            assertThat(states(server, "nilg.coordinator", "nilg")).isEqualTo(nilg);
            assertThat(mails(server)).isEqualTo(mails);
        }
    }

    private static Map<String, Long> states(RunningServer server, String coordinator, String institute) {
        List<JsonObject> people = server.as(coordinator)
                .get("/api/institutes/" + institute + "/progress")
                .expect(200)
                .json()
                .getJsonArray("people")
                .getValuesAs(JsonObject.class);
        Map<String, Long> states = new TreeMap<>();
        people.forEach(person -> states.merge(person.getString("state"), 1L, Long::sum));
        return states;
    }

    private static int mails(RunningServer server) {
        return server.as("administrator").get("/api/outbox").expect(200).json().getInt("total");
    }
}
