package org.sopan.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;

/** A staff list of ten thousand people who are not known yet. */
final class RosterOfMany {
    private static final int PEOPLE = 10_000;
    private static final String INSTITUTE = "cme";

    private RosterOfMany() {}

    static JsonObject cohort() {
        return Json.createObjectBuilder()
                .add("host", INSTITUTE)
                .add("course", WideCourse.SHORT)
                .add("title", Json.createObjectBuilder().add("en", "Many"))
                .add("starts", "2026-12-01")
                .add("ends", "2036-06-30")
                .add("seats", Json.createObjectBuilder().add(INSTITUTE, PEOPLE))
                .build();
    }

    static void apply(Client client, String token, String cohort) throws IOException, InterruptedException {
        String plan = client.post(
                        "/api/institutes/" + INSTITUTE + "/roster-plans?cohort=" + cohort, token, "text/csv", csv())
                .asJsonObject()
                .getString("id");
        JsonObject applied = client.post(
                        "/api/roster-plans/" + plan + "/application",
                        token,
                        Json.createObjectBuilder().build())
                .asJsonObject();
        if (applied.getInt("enrolled") != PEOPLE) {
            throw new IOException("the roster was not applied whole: " + applied);
        }
    }

    private static String csv() {
        StringBuilder csv = new StringBuilder("email,name_en,name_bn,designation_en\n");
        for (int i = 0; i < PEOPLE; i++) {
            csv.append("new%1$d@bench.example,New Person %1$d,নতুন ব্যক্তি %1$d,Instructor%n".formatted(i));
        }
        return csv.toString();
    }
}
