package org.sopan.completion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.sopan.platform.PersonalData;
import org.sopan.platform.RowsAsJson;
import org.sopan.shared.PersonId;

/** How far a person came, and what was earned. */
@ApplicationScoped
public class CompletionData implements PersonalData {
    private final EntityManager entities;

    @Inject
    public CompletionData(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public String room() {
        return "completion";
    }

    @Override
    public List<Holding> holdings(Subject subject) {
        return List.of(
                Holding.rows("step", Fate.STAYS, "statistics"),
                Holding.rows("award", Fate.STAYS, "statistics"),
                Holding.rows("programme_turn", Fate.GOES, "not-needed"));
    }

    @Override
    public void erase(Subject subject, String pseudonym) {
        for (PersonId record : subject.records()) {
            entities.createNativeQuery("delete from programme_turn where person = cast(?1 as uuid)")
                    .setParameter(1, record.toString())
                    .executeUpdate();
        }
    }

    @Override
    public void write(Subject subject, JsonGenerator json) {
        RowsAsJson rows = new RowsAsJson(entities, json);
        rows.write(
                "steps",
                "enrolment:id kind step percent done_at",
                "from step where enrolment in (select id from enrolment where person in ({people}))"
                        + " order by enrolment, kind, step",
                subject.records());
        rows.write(
                "awards",
                "id:id kind course cohort:id institute release met_at",
                "from award where person in ({people}) order by met_at, id",
                subject.records());
    }
}
