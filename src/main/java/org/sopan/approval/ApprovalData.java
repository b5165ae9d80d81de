package org.sopan.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.sopan.platform.PersonalData;
import org.sopan.platform.RowsAsJson;
import org.sopan.shared.PersonId;

/** What was decided about a person's awards. The notes stay inside, and go with the person. */
@ApplicationScoped
public class ApprovalData implements PersonalData {
    private final EntityManager entities;

    @Inject
    public ApprovalData(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public String room() {
        return "approval";
    }

    @Override
    public List<Holding> holdings(Subject subject) {
        return List.of(
                new Holding("approval", List.of("state", "reason", "memo_number"), Fate.STAYS, "register"),
                new Holding("approval", List.of("note"), Fate.GOES, "notes"),
                new Holding("approval_act", List.of("what", "reason"), Fate.STAYS, "register"),
                new Holding("approval_act", List.of("note"), Fate.GOES, "notes"),
                new Holding("decision", List.of("made_by", "note"), Fate.STAYS, "ids-only"),
                new Holding("decision_line", List.of("award", "outcome"), Fate.STAYS, "ids-only"));
    }

    @Override
    public void write(Subject subject, JsonGenerator json) {
        RowsAsJson rows = new RowsAsJson(entities, json);
        String own = "(select id from award where person in ({people}))";
        rows.write(
                "approvals",
                "award:id state waiting_since reason memo_number memo_date decided_at",
                "from approval where award in " + own + " order by waiting_since, award",
                subject.records());
        rows.write(
                "approvalActs",
                "award:id what reason made_at",
                "from approval_act where award in " + own + " order by id",
                subject.records());
    }

    @Override
    public void erase(Subject subject, String pseudonym) {
        for (PersonId record : subject.records()) {
            forgetNotes("approval", "award in ({awards})", record);
            forgetNotes("approval_act", "award in ({awards})", record);
            // what was noted about many tells of nobody
            forgetNotes(
                    "decision",
                    "total = 1 and id in (select decision from decision_line where award in ({awards}))",
                    record);
        }
    }

    private void forgetNotes(String table, String which, PersonId record) {
        entities.createNativeQuery("update " + table + " set note = null where note is not null and "
                        + which.replace("{awards}", "select id from award where person = cast(?1 as uuid)"))
                .setParameter(1, record.toString())
                .executeUpdate();
    }
}
