package org.sopan.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What stands for the names in braces of {@code scope.txt}: things of the demo's institute, some made for one line. */
interface ScopePlaces extends DemoActs {
    /** The course of whose certificate the learner is asked for. */
    String CERTIFIED = "more-12";

    Map<URI, List<String>> OWN_PEOPLE = new ConcurrentHashMap<>();

    /** The text with the ids that these things have on this server. */
    default String filled(String text) {
        Map<String, Supplier<String>> places = Map.ofEntries(
                Map.entry("{own}", this::enrolment),
                Map.entry("{attempt}", this::attempt),
                Map.entry("{item}", this::drawn),
                Map.entry("{person}", () -> idOf(LEARNER)),
                Map.entry("{base}", () -> BASE_COHORT),
                Map.entry("{free}", () -> openCohort("more-1", 9)),
                Map.entry("{plan}", () -> planned(openCohort("more-1", 9))),
                Map.entry("{applied}", () -> applied(openCohort("more-1", 9))),
                Map.entry("{fresh}", () -> newcomer("enrolment")),
                Map.entry("{newcomer}", () -> newcomer("person")),
                Map.entry("{announcement}", () -> announced(openCohort("more-1", 9))),
                Map.entry("{told}", () -> announced(BASE_COHORT)),
                Map.entry("{correction}", this::correction),
                Map.entry("{documented}", this::documented),
                Map.entry("{role}", this::role),
                Map.entry("{leaving}", () -> person(LEARNER)
                        .post("/api/me/transfer", "{\"to\":\"nilg\"}")
                        .id()),
                Map.entry("{arriving}", () -> arriving(fromElsewhere().getString("email"))),
                Map.entry("{arrived}", () -> arrived(fromElsewhere())),
                Map.entry("{arrived}/enrolments/{its}", this::arrivedWithEnrolment),
                Map.entry("{serial}", this::certified),
                Map.entry("{unknown}", () -> "11111111-2222-4333-8444-555555555555"),
                Map.entry("{cohort}", () -> NEW_COHORT));
        String filled = text;
        List<String> longestFirst = places.keySet().stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        for (String place : longestFirst) {
            if (filled.contains(place)) {
                filled = filled.replace(
                        place, Objects.requireNonNull(places.get(place)).get());
            }
        }
        return filled;
    }

    /** Ids, addresses and names of the institute's people in the cohort that others share. */
    default List<String> ownPeople() {
        return OWN_PEOPLE.computeIfAbsent(server(), server -> readOwnPeople());
    }

    private List<String> readOwnPeople() {
        List<String> ids = objects(person(COORDINATOR).get("/api/cohorts/" + BASE_COHORT + "/people?size=500")).stream()
                .map(row -> row.getString("person"))
                .distinct()
                .toList();
        List<String> telling = objects(person(COORDINATOR).get("/api/people?institute=bpatc&size=500")).stream()
                .filter(row -> ids.contains(row.getString("id")))
                .flatMap(row -> Stream.of(
                        row.getString("id"),
                        row.getString("email"),
                        row.getJsonObject("name").getString("en"),
                        row.getJsonObject("name").getString("bn")))
                .toList();
        assertThat(telling).contains(idOf(LEARNER), idOf(OTHER_LEARNER));
        return telling;
    }

    private static List<JsonObject> objects(Visitor.Answer page) {
        return page.json().asJsonObject().getJsonArray("items").stream()
                .map(JsonValue::asJsonObject)
                .toList();
    }

    private String announced(String cohort) {
        String body =
                "{\"title\":{\"en\":\"Room %s\"},\"body\":{\"en\":\"Room 3\"},\"mail\":false,\"institute\":\"bpatc\"}";
        return person(COORDINATOR)
                .post("/api/cohorts/" + cohort + "/announcements", body.formatted(UUID.randomUUID()))
                .id();
    }

    /** Of someone without a certificate, so that it is the coordinator's to decide. */
    private String correction() {
        return person(OTHER_LEARNER)
                .post("/api/me/corrections", "{\"designation\":{\"en\":\"Director\"},\"reason\":\"As in the order\"}")
                .id();
    }

    private String documented() {
        String cohort = openCohort("more-1", 9);
        Visitor.Answer kept = person(COORDINATOR)
                .and("Content-Type", "application/pdf")
                .put("/api/cohorts/" + cohort + "/order-document", "%PDF-1.4");
        assertThat(kept.status()).isEqualTo(200);
        return cohort;
    }

    private String role() {
        String body = "{\"person\":\"%s\",\"role\":\"viewer\",\"organization\":\"bpatc\"}";
        return person(COORDINATOR)
                .post("/api/roles", body.formatted(newcomer("person")))
                .id();
    }

    /** Someone of another institute with something open there. */
    private JsonObject fromElsewhere() {
        Visitor elsewhere = person(COORDINATOR_ELSEWHERE);
        String cohort = elsewhere
                .post(
                        "/api/cohorts",
                        "{\"host\":\"nilg\",\"course\":\"more-2\",\"title\":{\"en\":\"Batch\"},"
                                + "\"starts\":\"2026-12-01\",\"ends\":\"2027-01-31\",\"seats\":{\"nilg\":9}}")
                .id();
        String who = "elsewhere-" + UUID.randomUUID() + "-";
        String plan = elsewhere
                .and("Content-Type", "text/csv")
                .post("/api/institutes/nilg/roster-plans?cohort=" + cohort, roster(who, 1))
                .id();
        assertThat(elsewhere
                        .post("/api/roster-plans/" + plan + "/application", "")
                        .status())
                .isEqualTo(200);
        String enrolment = objects(elsewhere.get("/api/cohorts/" + cohort + "/people"))
                .get(0)
                .getString("enrolment");
        return Json.createObjectBuilder()
                .add("email", who + "1@sopan.example")
                .add("enrolment", enrolment)
                .build();
    }

    /** Such a person's transfer to {@code bpatc}, to which an administrator has agreed. */
    private String arriving(String email) {
        person(ADMINISTRATOR).post("/api/transfers", "{\"email\":\"%s\",\"to\":\"bpatc\"}".formatted(email));
        return objects(person(COORDINATOR).get("/api/transfers?institute=bpatc"))
                .get(0)
                .getString("id");
    }

    private String arrived(JsonObject person) {
        String transfer = arriving(person.getString("email"));
        Visitor.Answer accepted =
                person(COORDINATOR).post("/api/transfers/" + transfer + "/decision", "{\"accept\":true}");
        assertThat(accepted.status()).isEqualTo(200);
        return transfer;
    }

    private String arrivedWithEnrolment() {
        JsonObject person = fromElsewhere();
        return arrived(person) + "/enrolments/" + person.getString("enrolment");
    }

    /** The learner's certificate of one of the small courses, once its paper is there. */
    private String certified() {
        if (certificates().isEmpty()) {
            enrol(LEARNER, CERTIFIED);
            finish(person(LEARNER), enrolment(LEARNER, CERTIFIED));
            JsonObject attempt = begin(LEARNER, CERTIFIED);
            items(attempt).forEach(item -> answer(person(LEARNER), attempt, item, 1));
            submit(person(LEARNER), attempt);
        }
        String serial = certificates().get(0).getString("serial");
        Patience.until(() ->
                person(LEARNER).get("/api/certificates/" + serial + "/pdf").status() == 200);
        return serial;
    }

    private List<JsonObject> certificates() {
        return person(LEARNER).get("/api/me/certificates").json().asJsonArray().stream()
                .map(JsonValue::asJsonObject)
                .toList();
    }

    private String planned(String cohort) {
        return plan(cohort, roster("scope-" + UUID.randomUUID() + "-", 1));
    }

    private String applied(String cohort) {
        String plan = planned(cohort);
        assertThat(apply(plan).status()).isEqualTo(200);
        return plan;
    }

    /** Someone who was enrolled just now: the enrolment's id or the person's. */
    private String newcomer(String field) {
        String cohort = openCohort("more-1", 9);
        applied(cohort);
        return person(COORDINATOR)
                .get("/api/cohorts/" + cohort + "/people")
                .json()
                .asJsonObject()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString(field);
    }
}
