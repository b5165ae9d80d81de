package org.sopan.bench;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The people of the bench, made as an institute makes them: a cohort, a staff list, and invitations accepted with the
 * link that stands in the mail. Only some accept: each costs a password hash.
 */
final class People {
    static final String INSTITUTE = "bpatc";
    static final String COURSE = "foundations";
    static final int ON_THE_ROSTER = 1_000;
    private static final int ACCEPTING = 300;
    private static final Pattern FIRST_PART = Pattern.compile("base64\\R\\R([A-Za-z0-9+/=\\r\\n]+)");
    private static final Pattern LINK = Pattern.compile("#/invitation/([A-Za-z0-9_-]+)");
    private final Server server;
    private final Client client;
    private final String administrator;

    People(Server server, Client client) throws IOException, InterruptedException {
        this.server = server;
        this.client = client;
        this.administrator = client.post(
                        "/api/session",
                        "",
                        Json.createObjectBuilder()
                                .add("email", Server.ADMINISTRATOR)
                                .add("password", Server.PASSWORD)
                                .build())
                .asJsonObject()
                .getString("token");
    }

    String administrator() {
        return administrator;
    }

    /** What uploading and applying the whole roster took, on a server that had not done it before. */
    record Enrolled(String cohort, Duration took, Duration cpu) {}

    Enrolled enrol() throws IOException, InterruptedException {
        String cohort = client.post("/api/cohorts", administrator, cohort())
                .asJsonObject()
                .getString("id");
        Duration cpu = server.cpu();
        long began = System.nanoTime();
        String plan = client.post(
                        "/api/institutes/" + INSTITUTE + "/roster-plans?cohort=" + cohort,
                        administrator,
                        "text/csv",
                        roster())
                .asJsonObject()
                .getString("id");
        JsonObject applied = client.post(
                        "/api/roster-plans/" + plan + "/application",
                        administrator,
                        Json.createObjectBuilder().build())
                .asJsonObject();
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        if (applied.getInt("enrolled") != ON_THE_ROSTER) {
            throw new IOException("the roster was not applied whole: " + applied);
        }
        return new Enrolled(cohort, took, server.cpu().minus(cpu));
    }

    /** Waits for all mail, and accepts some of the invitations: two at once, as many as the server hashes at once. */
    List<Learner> accept() throws IOException, InterruptedException, ExecutionException {
        List<String> invitations = invitations();
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<Learner>> accepted = new ArrayList<>();
            for (String invitation : invitations.subList(0, ACCEPTING)) {
                accepted.add(two.submit(() -> accept(invitation)));
            }
            List<Learner> learners = new ArrayList<>();
            for (Future<Learner> each : accepted) {
                learners.add(each.get());
            }
            return learners;
        } finally {
            two.shutdownNow();
        }
    }

    private Learner accept(String invitation) throws IOException, InterruptedException {
        JsonObject session = client.post(
                        "/api/invitations",
                        "",
                        Json.createObjectBuilder()
                                .add("token", invitation)
                                .add("password", Server.PASSWORD)
                                .build())
                .asJsonObject();
        String token = session.getString("token");
        JsonArray enrolments = client.get("/api/me/enrolments", token).asJsonArray();
        return new Learner(
                session.getJsonObject("person").getString("email"),
                token,
                enrolments.getJsonObject(0).getString("id"));
    }

    private List<String> invitations() throws IOException, InterruptedException {
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        List<Path> mail = mail();
        while (mail.size() < ON_THE_ROSTER) {
            if (System.nanoTime() > until) {
                throw new IOException("only " + mail.size() + " of " + ON_THE_ROSTER + " invitations were sent");
            }
            TimeUnit.MILLISECONDS.sleep(200);
            mail = mail();
        }
        List<String> invitations = new ArrayList<>();
        for (Path each : mail) {
            invitations.add(invitation(Files.readString(each)));
        }
        return invitations;
    }

    /** The token in the link of a letter's first part. */
    private static String invitation(String letter) throws IOException {
        Matcher part = FIRST_PART.matcher(letter);
        if (part.find()) {
            Matcher link =
                    LINK.matcher(new String(Base64.getMimeDecoder().decode(part.group(1)), StandardCharsets.UTF_8));
            if (link.find()) {
                return link.group(1);
            }
        }
        throw new IOException("no invitation in this letter: " + letter);
    }

    private List<Path> mail() throws IOException {
        if (!Files.isDirectory(server.mail())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(server.mail())) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .toList();
        }
    }

    private static JsonObject cohort() {
        return Json.createObjectBuilder()
                .add("host", INSTITUTE)
                .add("course", COURSE)
                .add("title", Json.createObjectBuilder().add("en", "Bench"))
                .add("starts", "2026-01-01")
                .add("ends", "2036-12-31")
                .add("seats", Json.createObjectBuilder().add(INSTITUTE, ON_THE_ROSTER))
                .build();
    }

    private static String roster() {
        StringBuilder csv = new StringBuilder("email,name_en,name_bn,designation_en,service_id,language\n");
        for (int i = 1; i <= ON_THE_ROSTER; i++) {
            csv.append("learner%04d@bench.example,Learner %d,শিক্ষার্থী %d,Deputy Director,B-%d,en%n"
                    .formatted(i, i, i, i));
        }
        return csv.toString();
    }
}
