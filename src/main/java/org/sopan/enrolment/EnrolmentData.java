package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.JsonText;
import org.sopan.platform.PersonalData;
import org.sopan.platform.RowsAsJson;
import org.sopan.shared.PersonId;

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
                new Holding("enrolment_change", List.of("reason"), Fate.GOES, "not-needed"),
                new Holding("enrolment_change", List.of("enrolment", "made_by"), Fate.STAYS, "ids-only"),
                new Holding("cohort", List.of("contact"), Fate.STAYS, "ids-only"),
                new Holding("roster_row", List.of("cells", "verdict"), Fate.GOES, "not-needed"),
                new Holding("roster_row", List.of("person"), Fate.STAYS, "ids-only"),
                new Holding("roster_act", List.of("details"), Fate.GOES, "not-needed"),
                new Holding("roster_act", List.of("person"), Fate.STAYS, "ids-only"),
                new Holding("roster_plan", List.of("planned_by", "applied_by"), Fate.STAYS, "ids-only"));
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
                "enrolmentChanges",
                "enrolment:id what reason made_at",
                "from enrolment_change where enrolment in (select id from enrolment where person in ({people}))"
                        + " order by made_at, id",
                subject.records());
        rows.write(
                "rosters",
                "id:id institute cohort:id outcome:json",
                "from roster_plan where planned_by in ({people}) order by id",
                subject.records());
    }

    /** An unapplied plan would bring the person back, so that its row goes; an applied one keeps an empty row. */
    @Override
    public void erase(Subject subject, String pseudonym) {
        for (String address : subject.addresses()) {
            String named = "%\"" + address.replaceAll("([!%_])", "!$1") + "\"%";
            entities.createNativeQuery("delete from roster_row where lower(cells) like ?1 escape '!'"
                            + " and plan in (select p.id from roster_plan p where p.outcome is null)")
                    .setParameter(1, named)
                    .executeUpdate();
            entities.createNativeQuery("update roster_row set cells = '{}', verdict = null"
                            + " where lower(cells) like ?1 escape '!'")
                    .setParameter(1, named)
                    .executeUpdate();
        }
        for (PersonId record : subject.records()) {
            forgetQuestions(record, pseudonym);
            entities.createNativeQuery("update enrolment_change set reason = null where enrolment in"
                            + " (select id from enrolment where person = cast(?1 as uuid))")
                    .setParameter(1, record.toString())
                    .executeUpdate();
            entities.createNativeQuery(
                            "update roster_row set cells = '{}', verdict = null where person = cast(?1 as uuid)")
                    .setParameter(1, record.toString())
                    .executeUpdate();
            entities.createNativeQuery("delete from roster_act where person = cast(?1 as uuid) and kind = 'updated'")
                    .setParameter(1, record.toString())
                    .executeUpdate();
        }
    }

    /** Other people's rows may ask whether they are this person; the question stays, and no longer says who that is. */
    private void forgetQuestions(PersonId record, String pseudonym) {
        List<?> asking = entities.createNativeQuery(
                        "select cast(plan as varchar), place, verdict from roster_row where verdict like ?1")
                .setParameter(1, "%\"" + record + "\"%")
                .getResultList();
        for (Object each : asking) {
            @Nullable Object[] row = (Object[]) each;
            RosterLine.Verdict verdict = JsonText.read(String.valueOf(row[2]), RosterLine.Verdict.class);
            entities.createNativeQuery(
                            "update roster_row set verdict = ?3 where plan = cast(?1 as uuid) and place = ?2")
                    .setParameter(1, row[0])
                    .setParameter(2, row[1])
                    .setParameter(3, JsonText.of(verdict.without(record, pseudonym)))
                    .executeUpdate();
        }
    }
}
