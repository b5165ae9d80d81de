package org.sopan.testing;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.sopan.approval.Approvals;
import org.sopan.approval.PresentAward;
import org.sopan.assessment.Allowances;
import org.sopan.assessment.AnswerJournal;
import org.sopan.assessment.Attempt;
import org.sopan.assessment.Attempts;
import org.sopan.assessment.SaveAnswer;
import org.sopan.assessment.ShowAttempt;
import org.sopan.assessment.StartAttempt;
import org.sopan.assessment.SubmitAttempt;
import org.sopan.completion.Awards;
import org.sopan.completion.CheckCompletion;
import org.sopan.completion.CheckProgramme;
import org.sopan.completion.MyAwards;
import org.sopan.completion.Standing;
import org.sopan.completion.Standings;
import org.sopan.completion.Steps;
import org.sopan.credential.CertificateText;
import org.sopan.credential.Certificates;
import org.sopan.credential.ChangeCertificate;
import org.sopan.credential.IssueCertificate;
import org.sopan.credential.Signatories;
import org.sopan.credential.Signing;
import org.sopan.credential.Slots;
import org.sopan.enrolment.Enrolment;
import org.sopan.learning.Readings;
import org.sopan.learning.RecordReading;
import org.sopan.shared.EnrolmentId;

/** What a learner does, from the first lesson to the certificate, each act in its own transaction. */
public final class Study {
    public final AnswerJournal journal;
    public final StartAttempt startAttempt;
    public final SaveAnswer saveAnswer;
    public final ShowAttempt showAttempt;
    public final SubmitAttempt submitAttempt;
    public final RecordReading recordReading;
    public final Steps steps;
    public final Awards awards;
    public final Standings standings;
    public final Certificates certificates;
    public final IssueCertificate issueCertificate;
    public final ChangeCertificate changeCertificate;
    public final CheckProgramme checkProgramme;
    public final CheckCompletion checkCompletion;
    public final Approvals approvals;
    public final PresentAward presentAward;
    private final TestDatabase database;

    public Study(Rooms rooms) {
        database = rooms.database;
        Attempts attempts = new Attempts(rooms.entities);
        journal = new AnswerJournal(rooms.entities);
        startAttempt = new StartAttempt(
                rooms.enrolments,
                attempts,
                new Allowances(rooms.entities),
                rooms.catalogue,
                rooms.types,
                rooms.caller,
                rooms.randomness,
                rooms.clock);
        saveAnswer = new SaveAnswer(attempts, journal, rooms.catalogue, rooms.types, rooms.caller, rooms.clock);
        showAttempt = new ShowAttempt(attempts, journal, rooms.catalogue, rooms.types, rooms.caller);
        submitAttempt = new SubmitAttempt(
                rooms.enrolments,
                attempts,
                journal,
                rooms.catalogue,
                rooms.types,
                rooms.caller,
                rooms.events.of(),
                rooms.clock);
        recordReading = new RecordReading(
                rooms.enrolments,
                new Readings(rooms.entities),
                rooms.catalogue,
                rooms.caller,
                rooms.events.of(),
                rooms.clock);
        steps = new Steps(rooms.entities);
        awards = new Awards(rooms.entities);
        standings = new Standings(rooms.enrolments, steps, rooms.catalogue, rooms.caller);
        approvals = new Approvals(rooms.entities, rooms.batches);
        certificates = new Certificates(rooms.entities, rooms.outbox);
        issueCertificate = new IssueCertificate(
                certificates,
                rooms.people,
                approvals,
                new CertificateText(
                        rooms.catalogue,
                        rooms.organizations,
                        rooms.settings,
                        new Signing(new Signatories(rooms.entities), new Slots(rooms.entities), rooms.organizations),
                        rooms.signer),
                rooms.catalogue,
                rooms.outbox,
                rooms.randomness,
                rooms.woken::add,
                rooms.clock);
        checkProgramme = new CheckProgramme(
                rooms.catalogue, rooms.people, standings, awards, rooms.events.of(), rooms.randomness);
        checkCompletion = new CheckCompletion(
                rooms.enrolments, rooms.catalogue, steps, awards, checkProgramme, rooms.events.of(), rooms.randomness);
        changeCertificate = new ChangeCertificate(
                certificates,
                awards,
                issueCertificate,
                rooms.people,
                rooms.outbox,
                rooms.caller,
                rooms.audit,
                rooms.clock);
        presentAward = new PresentAward(approvals, awards, rooms.caller, rooms.audit, rooms.clock);
        rooms.events.observedBy(checkCompletion);
        rooms.events.observedBy(issueCertificate);
        rooms.events.observedBy(presentAward);
    }

    /** What the learner and those who look after her are told. */
    public MyAwards myAwards(Rooms rooms) {
        return new MyAwards(
                standings,
                rooms.catalogue,
                awards,
                rooms.people,
                rooms.caller,
                new Provided<>(certificates),
                new Provided<>(approvals));
    }

    /** Reads a lesson to its end. */
    public Enrolment read(EnrolmentId id, String lesson) {
        return database.in(() -> recordReading.record(id, lesson, 60, true));
    }

    public UUID begin(EnrolmentId id, String quiz) {
        return database.in(() -> startAttempt.start(id, quiz)).attempt().id();
    }

    public JsonObject show(UUID attempt) {
        return database.in(() -> showAttempt.show(attempt));
    }

    /** The items of an attempt as its candidate sees them. */
    public List<JsonObject> items(UUID attempt) {
        return show(attempt).getJsonArray("items").getValuesAs(JsonObject.class);
    }

    /** Answers every item right. */
    public void answer(UUID attempt) {
        for (JsonObject item : items(attempt)) {
            database.run(() -> saveAnswer.save(attempt, item.getString("id"), 1, right(item)));
        }
    }

    public Attempt submit(UUID attempt) {
        return database.in(() -> submitAttempt.submit(attempt));
    }

    /** Takes a quiz: everything right, or nothing answered. */
    public Attempt take(EnrolmentId id, String quiz, boolean pass) {
        UUID attempt = begin(id, quiz);
        if (pass) {
            answer(attempt);
        }
        return submit(attempt);
    }

    public Standing standing(EnrolmentId id) {
        return database.in(() -> standings.of(id));
    }

    /** The right response, which the texts of the small courses give away. */
    public static JsonObject right(JsonObject item) {
        String type = item.getString("type");
        if (type.equals("numeric")) {
            return Json.createObjectBuilder().add("number", "4").build();
        }
        if (type.equals("true-false")) {
            return Json.createObjectBuilder().add("choice", "true").build();
        }
        List<String> right = item.getJsonArray("choices").getValuesAs(JsonObject.class).stream()
                .filter(choice -> choice.getJsonObject("text").getString("en").contains("Right"))
                .map(choice -> choice.getString("id"))
                .toList();
        JsonArrayBuilder all = Json.createArrayBuilder();
        right.forEach(all::add);
        return type.equals("multiple")
                ? Json.createObjectBuilder().add("choices", all).build()
                : Json.createObjectBuilder().add("choice", right.get(0)).build();
    }
}
