package org.sopan.learning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.sopan.platform.PersonalData;
import org.sopan.platform.RowsAsJson;

/** What a person has read, and for how long. */
@ApplicationScoped
public class LearningData implements PersonalData {
    private final EntityManager entities;

    @Inject
    public LearningData(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public String room() {
        return "learning";
    }

    @Override
    public List<Holding> holdings(Subject subject) {
        return List.of(Holding.rows("lesson_reading", Fate.STAYS, "statistics"));
    }

    @Override
    public void write(Subject subject, JsonGenerator json) {
        new RowsAsJson(entities, json)
                .write(
                        "readings",
                        "enrolment:id lesson seconds finished_at",
                        "from lesson_reading where enrolment in (select id from enrolment where person in ({people}))"
                                + " order by enrolment, lesson",
                        subject.records());
    }
}
