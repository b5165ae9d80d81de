package org.sopan.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.sopan.platform.PersonalData;
import org.sopan.platform.RowsAsJson;

/** How far a person's enrolments are, as the reports show it. */
@ApplicationScoped
public class ReportData implements PersonalData {
    private final EntityManager entities;

    @Inject
    public ReportData(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public String room() {
        return "report";
    }

    @Override
    public List<Holding> holdings(Subject subject) {
        return List.of(Holding.rows("enrolment_progress", Fate.STAYS, "statistics"));
    }

    @Override
    public void write(Subject subject, JsonGenerator json) {
        new RowsAsJson(entities, json)
                .write(
                        "progress",
                        "enrolment:id done total last_activity_at",
                        "from enrolment_progress where enrolment in"
                                + " (select id from enrolment where person in ({people})) order by enrolment",
                        subject.records());
    }
}
