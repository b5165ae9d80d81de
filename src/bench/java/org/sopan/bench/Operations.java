package org.sopan.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import us.abstracta.jmeter.javadsl.core.threadgroups.BaseThreadGroup.ThreadGroupChild;

/** Everything that is measured, in this order, with the peer's figures as docs/performance.md tells them. */
final class Operations {
    private static final List<Integer> FEW_AND_MANY = List.of(4, 32);
    private static final List<Integer> FEW = List.of(4);
    private static final String COURSE = "/api/courses/" + People.COURSE;
    private final Learners learners;
    private final String administrator;
    private final String cohort;
    private final Attempts attempts;
    private final List<String> lessons;
    private final String courseTag;
    private final String lessonTag;
    private final AtomicInteger finished = new AtomicInteger();

    Operations(Client client, Learners learners, String administrator, String cohort)
            throws IOException, InterruptedException {
        this.learners = learners;
        this.administrator = administrator;
        this.cohort = cohort;
        this.attempts = new Attempts(learners);
        attempts.open(client);
        this.lessons =
                client.get(COURSE, "").asJsonObject().getJsonArray("modules").getValuesAs(JsonObject.class).stream()
                        .flatMap(module -> module.getJsonArray("lessons").getValuesAs(JsonObject.class).stream())
                        .map(lesson -> lesson.getString("id"))
                        .toList();
        this.courseTag = client.tag(COURSE, "");
        this.lessonTag = client.tag(lesson(), learners.get(0).token());
    }

    List<Operation> all() {
        return List.of(
                fetch("a constant file", 0, 0, 200, "/app/sopan.svg", "", ""),
                fetch("a 404 under /api", 0, 0, 404, "/api/nothing", "", ""),
                fetch("my enrolments", 37, 40, 200, "/api/me/enrolments", "own", ""),
                fetch("course", 64, 40, 200, COURSE, "", ""),
                fetch("course, repeated: 304", 64, 40, 304, COURSE, "", courseTag),
                fetch("lesson", 40, 40, 200, lesson(), "own", ""),
                fetch("lesson, repeated: 304", 40, 40, 304, lesson(), "own", lessonTag),
                new Operation(
                        "lesson completed",
                        52,
                        40,
                        learners.size() * lessons.size(),
                        FEW_AND_MANY,
                        connections -> lessonCompleted("lesson completed")),
                new Operation(
                        "lesson completed again",
                        0,
                        0,
                        0,
                        FEW_AND_MANY,
                        connections -> lessonCompletedAgain("lesson completed again", connections)),
                new Operation(
                        "whole attempt, ten answers",
                        211,
                        12,
                        0,
                        FEW_AND_MANY,
                        connections -> attempts.whole("whole attempt, ten answers", connections)),
                new Operation(
                        "one answer saved", 0, 0, 0, FEW_AND_MANY, connections -> attempts.answer("one answer saved")),
                new Operation("sign-in", 0, 0, 0, FEW, connections -> signIn("sign-in", connections)),
                new Operation(
                        "matrix of 1,000 people", 2_010, 100, 0, FEW, connections -> matrix("matrix of 1,000 people")));
    }

    private Operation fetch(String name, double peerCpu, int aim, int status, String path, String token, String tag) {
        return new Operation(
                name,
                peerCpu,
                aim,
                0,
                FEW_AND_MANY,
                connections -> List.of(Call.sampler(
                                name,
                                "GET",
                                status,
                                request -> Call.get(
                                        path,
                                        token.isEmpty()
                                                ? ""
                                                : learners.of(request, connections)
                                                        .token()))
                        .header("If-None-Match", tag)));
    }

    /** Each call another lesson of another learner, never one that was done before. */
    private List<ThreadGroupChild> lessonCompleted(String name) {
        return List.of(Call.sampler(name, "PUT", 200, request -> {
            int turn = finished.getAndIncrement();
            return done(learners.get(turn % learners.size()), lessons.get(turn / learners.size()));
        }));
    }

    private List<ThreadGroupChild> lessonCompletedAgain(String name, int connections) {
        return List.of(
                Call.sampler(name, "PUT", 200, request -> done(learners.of(request, connections), lessons.get(0))));
    }

    private static Call done(Learner learner, String lesson) {
        return new Call(
                "/api/enrolments/" + learner.enrolment() + "/lessons/" + lesson,
                learner.token(),
                "{\"seconds\":300,\"done\":true}");
    }

    private List<ThreadGroupChild> signIn(String name, int connections) {
        return List.of(Call.sampler(
                name,
                "POST",
                200,
                request -> new Call(
                        "/api/session",
                        "",
                        Json.createObjectBuilder()
                                .add("email", learners.of(request, connections).email())
                                .add("password", Server.PASSWORD)
                                .build()
                                .toString())));
    }

    private List<ThreadGroupChild> matrix(String name) {
        String path = "/api/institutes/" + People.INSTITUTE + "/progress?course=" + People.COURSE + "&cohort=" + cohort;
        return List.of(Call.sampler(name, "GET", 200, request -> Call.get(path, administrator)));
    }

    private String lesson() {
        return COURSE + "/lessons/" + lessons.get(0) + "?lang=bn";
    }
}
