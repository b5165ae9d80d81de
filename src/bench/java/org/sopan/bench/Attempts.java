package org.sopan.bench;

import static us.abstracta.jmeter.javadsl.JmeterDsl.forLoopController;
import static us.abstracta.jmeter.javadsl.JmeterDsl.jsr223PostProcessor;
import static us.abstracta.jmeter.javadsl.JmeterDsl.transaction;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import us.abstracta.jmeter.javadsl.core.threadgroups.BaseThreadGroup.ThreadGroupChild;

/** Attempts at the first quiz, begun, answered, submitted and looked at; and at the second, answered without an end. */
final class Attempts {
    static final int ANSWERS = 10;
    private static final String FIRST = "m1-ideas-rights-standards";
    private static final String SECOND = "m2-nsss-and-who-runs-it";
    private final Learners learners;
    private final List<Open> open = new ArrayList<>();
    private final AtomicInteger saved = new AtomicInteger();

    Attempts(Learners learners) {
        this.learners = learners;
    }

    /** An attempt that takes answers, and those it takes without their number. */
    private record Open(Learner learner, String path, List<JsonObject> items) {
        static Open of(Learner learner, JsonObject attempt) {
            return new Open(
                    learner,
                    "/api/attempts/" + attempt.getString("id"),
                    attempt.getJsonArray("items").getValuesAs(JsonObject.class));
        }

        Call answer(int item, int seq) {
            JsonObject asked = items.get(item);
            return new Call(path + "/answers/" + asked.getString("id"), learner.token(), Responses.body(asked, seq));
        }
    }

    /** The whole attempt: 13 requests, each answer saved by itself. */
    List<ThreadGroupChild> whole(String name, int connections) {
        return List.of(transaction(
                name,
                Call.sampler("start", "POST", 201, request -> {
                            Learner learner = learners.of(request, connections);
                            request.vars.putObject("learner", learner);
                            return new Call(begin(learner, FIRST), learner.token(), "");
                        })
                        .children(jsr223PostProcessor(answer -> {
                            Open begun = Open.of(
                                    (Learner) answer.vars.getObject("learner"),
                                    Client.parse(answer.prev.getResponseDataAsString())
                                            .asJsonObject());
                            answer.vars.putObject("attempt", begun);
                            answer.vars.putObject("answers", answers(begun));
                        })),
                forLoopController(ANSWERS, Call.sampler("answer", "PUT", 200, request ->
                        (Call) ((Iterator<?>) request.vars.getObject("answers")).next())),
                Call.sampler("submission", "POST", 200, request -> {
                    Open attempt = (Open) request.vars.getObject("attempt");
                    return new Call(
                            attempt.path() + "/submission", attempt.learner().token(), "");
                }),
                Call.sampler("review", "GET", 200, request -> {
                    Open attempt = (Open) request.vars.getObject("attempt");
                    return Call.get(attempt.path(), attempt.learner().token());
                })));
    }

    /** Begins an attempt of each learner that stays open. */
    void open(Client client) throws IOException, InterruptedException {
        for (Learner learner : learners.all()) {
            open.add(Open.of(
                    learner,
                    client.post(begin(learner, SECOND), learner.token(), "application/json", "")
                            .asJsonObject()));
        }
    }

    /** One answer more, to attempts in turn. */
    List<ThreadGroupChild> answer(String name) {
        return List.of(Call.sampler(name, "PUT", 200, request -> {
            int turn = saved.getAndIncrement();
            int round = turn / open.size();
            return open.get(turn % open.size()).answer(round % ANSWERS, round / ANSWERS + 1);
        }));
    }

    private static Iterator<Call> answers(Open attempt) {
        List<Call> answers = new ArrayList<>();
        for (int item = 0; item < ANSWERS; item++) {
            answers.add(attempt.answer(item, 1));
        }
        return answers.iterator();
    }

    private static String begin(Learner learner, String quiz) {
        return "/api/enrolments/" + learner.enrolment() + "/quizzes/" + quiz + "/attempts";
    }
}
