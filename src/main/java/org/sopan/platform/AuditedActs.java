package org.sopan.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.sopan.shared.PersonId;

/** What the audit trail says about a person, and what the person did; of others it says no more than their ids. */
@ApplicationScoped
public class AuditedActs implements PersonalData {
    private final EntityManager entities;

    @Inject
    public AuditedActs(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public String room() {
        return "audit";
    }

    @Override
    public List<Holding> holdings(Subject subject) {
        return List.of(Holding.rows("audit_entry", Fate.STAYS, "accountability"));
    }

    @Override
    public void write(Subject subject, JsonGenerator json) {
        RowsAsJson rows = new RowsAsJson(entities, json);
        rows.writeBy(
                "about",
                "happened_at action details:json",
                "from audit_entry where subject in ({texts}) order by id",
                subject.records().stream().map(PersonId::toString).toList());
        rows.write(
                "by",
                "happened_at action subject",
                "from audit_entry where actor in ({people}) order by id",
                subject.records());
    }
}
