package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.sopan.platform.JsonText;
import org.sopan.platform.PersonalData;
import org.sopan.platform.RowsAsJson;

/** A person's enrolments, and staff lists that name her. */
@ApplicationScoped
public class EnrolmentData implements PersonalData {
    private final EntityManager entities;

    @Inject
    public EnrolmentData(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public String room() {
        return "enrolment";
    }

    @Override
    public List<Holding> holdings(Subject subject) {
        return List.of(
                Holding.rows("enrolment", Fate.STAYS, "statistics"),
                new Holding("roster_plan", List.of("content"), Fate.GOES, "not-needed"),
                new Holding("roster_plan", List.of("planned_by"), Fate.STAYS, "ids-only"));
    }

    @Override
    public void write(Subject subject, JsonGenerator json) {
        RowsAsJson rows = new RowsAsJson(entities, json);
        rows.write(
                "enrolments",
                "id:id course cohort:id institute state enrolled_at begun_at completed_at due",
                "from enrolment where person in ({people}) order by enrolled_at, id",
                subject.records());
        rows.write(
                "rosters",
                "id:id institute cohort:id outcome:json",
                "from roster_plan where planned_by in ({people}) order by id",
                subject.records());
    }

    /** A plan that was applied stays with its outcome; one that was not would bring the person back, and is dropped. */
    @Override
    public void erase(Subject subject, String pseudonym) {
        String empty = JsonText.of(new RosterPlan.Content(0, List.of(), List.of()));
        for (String address : subject.addresses()) {
            String named = "%\"" + address.replaceAll("([!%_])", "!$1") + "\"%";
            entities.createNativeQuery(
                            "delete from roster_plan where outcome is null and lower(content) like ?1 escape '!'")
                    .setParameter(1, named)
                    .executeUpdate();
            entities.createNativeQuery("update roster_plan set content = ?2 where lower(content) like ?1 escape '!'")
                    .setParameter(1, named)
                    .setParameter(2, empty)
                    .executeUpdate();
        }
    }
}
