package org.sopan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.sopan.platform.Hashes;
import org.sopan.platform.PersonalData;
import org.sopan.platform.RowsAsJson;
import org.sopan.shared.PersonId;

/** Who a person is, how to reach her, what roles she holds, and what she asked for. */
@ApplicationScoped
public class IdentityData implements PersonalData {
    private final EntityManager entities;

    @Inject
    public IdentityData(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public String room() {
        return "person";
    }

    @Override
    public List<Holding> holdings(Subject subject) {
        return List.of(
                new Holding("person", List.of("name_en", "name_bn", "sort_en", "sort_bn"), Fate.GOES, "not-needed"),
                new Holding("person", List.of("designation_en", "designation_bn", "unit"), Fate.GOES, "not-needed"),
                new Holding("person", List.of("phone"), Fate.GOES, "not-needed"),
                new Holding("person", List.of("service_id"), Fate.GOES, "not-needed"),
                new Holding("person", List.of("sex"), Fate.GOES, "not-needed"),
                new Holding("person", List.of("password_hash"), Fate.GOES, "no-way-in"),
                new Holding("person", List.of("email"), Fate.PSEUDONYMISED, "unique-address"),
                new Holding(
                        "person",
                        List.of(
                                "id",
                                "organization",
                                "language",
                                "active",
                                "created_at",
                                "merged_into",
                                "erased_at",
                                "version"),
                        Fate.STAYS,
                        "statistics"),
                Holding.rows("role_held", Fate.GOES, "no-way-in"),
                Holding.rows("session_token", Fate.GOES, "no-way-in"),
                Holding.rows("one_time_link", Fate.GOES, "no-way-in"),
                Holding.rows("sign_in_failures", Fate.GOES, "not-needed"),
                Holding.rows("correction_request", Fate.GOES, "not-needed"),
                Holding.rows("email_change", Fate.GOES, "not-needed"),
                Holding.rows("transfer", Fate.STAYS, "ids-only"),
                Holding.rows("person_merge", Fate.STAYS, "ids-only"));
    }

    @Override
    public void write(Subject subject, JsonGenerator json) {
        RowsAsJson rows = new RowsAsJson(entities, json);
        rows.write(
                "records",
                "id:id email name_en name_bn designation_en designation_bn organization unit phone service_id sex"
                        + " language active created_at merged_into:id",
                "from person where id in ({people}) order by created_at, id",
                subject.records());
        rows.write("roles", "role organization cohort:id", of("role_held", "role"), subject.records());
        rows.write("sessions", "expires_at", of("session_token", "expires_at"), subject.records());
        rows.write("links", "purpose expires_at used_at", of("one_time_link", "expires_at"), subject.records());
        rows.write(
                "corrections",
                "asked_at name_en name_bn designation_en designation_bn reason state decided_at note",
                of("correction_request", "asked_at"),
                subject.records());
        rows.write(
                "emailChanges",
                "asked_at old_address new_address state",
                of("email_change", "asked_at"),
                subject.records());
        rows.write(
                "transfers",
                "asked_at from_institute to_institute state agreed_at decided_at",
                of("transfer", "asked_at"),
                subject.records());
        rows.write(
                "merges",
                "merged_at reason undone_at",
                "from person_merge where kept in ({people}) order by merged_at",
                subject.records());
    }

    private static String of(String table, String order) {
        return "from " + table + " where person in ({people}) order by " + order;
    }

    /** The records themselves are erased by {@link ErasePerson}, which holds them locked. */
    @Override
    public void erase(Subject subject, String pseudonym) {
        for (PersonId record : subject.records()) {
            for (String table :
                    List.of("role_held", "session_token", "one_time_link", "correction_request", "email_change")) {
                entities.createNativeQuery("delete from " + table + " where person = cast(?1 as uuid)")
                        .setParameter(1, record.toString())
                        .executeUpdate();
            }
        }
        for (String address : subject.addresses()) {
            entities.createNativeQuery("delete from sign_in_failures where account = ?1")
                    .setParameter(1, Hashes.sha256(address))
                    .executeUpdate();
        }
    }
}
