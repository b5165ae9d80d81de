package org.sopan.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.sopan.platform.PersonalData;
import org.sopan.platform.RowsAsJson;
import org.sopan.shared.PersonId;

/** A person's attempts, and every answer in them. They stay as they are: the record's number is all that they name. */
@ApplicationScoped
public class AssessmentData implements PersonalData {
    private final EntityManager entities;

    @Inject
    public AssessmentData(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public String room() {
        return "assessment";
    }

    @Override
    public List<Holding> holdings(Subject subject) {
        return List.of(
                Holding.rows("attempt", Fate.PSEUDONYMISED, "number-only"),
                Holding.rows("answer", Fate.PSEUDONYMISED, "number-only"),
                new Holding("quiz_allowance", List.of("reason"), Fate.GOES, "not-needed"),
                new Holding("quiz_allowance", List.of("enrolment", "given_by"), Fate.STAYS, "ids-only"));
    }

    @Override
    public void write(Subject subject, JsonGenerator json) {
        RowsAsJson rows = new RowsAsJson(entities, json);
        rows.write(
                "attempts",
                "id:id enrolment:id course quiz number release started_at deadline state submitted_at percent passed",
                "from attempt where person in ({people}) order by started_at, id",
                subject.records());
        rows.write(
                "allowances",
                "enrolment:id quiz attempts minutes reason given_at",
                "from quiz_allowance where enrolment in (select id from enrolment where person in ({people}))"
                        + " order by given_at, id",
                subject.records());
        rows.write(
                "answers",
                "attempt:id item seq response:json saved_at receipt",
                "from answer where attempt in (select id from attempt where person in ({people}))"
                        + " order by attempt, position",
                subject.records());
    }

    /** Why someone was given more may tell of an illness. */
    @Override
    public void erase(Subject subject, String pseudonym) {
        for (PersonId record : subject.records()) {
            entities.createNativeQuery("update quiz_allowance set reason = '' where enrolment in"
                            + " (select id from enrolment where person = cast(?1 as uuid))")
                    .setParameter(1, record.toString())
                    .executeUpdate();
        }
    }
}
