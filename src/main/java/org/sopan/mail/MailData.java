package org.sopan.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.stream.Stream;
import org.sopan.platform.PersonalData;
import org.sopan.platform.RowsAsJson;
import org.sopan.shared.PersonId;

/**
 * The mail that went, or is to go, to a person: to her addresses, and to one that she never confirmed. What it said is
 * made of the other rooms' data.
 */
@ApplicationScoped
public class MailData implements PersonalData {
    private final EntityManager entities;

    @Inject
    public MailData(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public String room() {
        return "mail";
    }

    @Override
    public List<Holding> holdings(Subject subject) {
        return List.of(
                new Holding("outbox", List.of("address"), Fate.PSEUDONYMISED, "delivery"),
                new Holding("outbox", List.of("content", "last_error"), Fate.GOES, "not-needed"));
    }

    /** Without the content: it may hold a link that still lets one in. */
    @Override
    public void write(Subject subject, JsonGenerator json) {
        new RowsAsJson(entities, json)
                .writeBy(
                        "messages",
                        "created_at template address language state sent_at",
                        "from outbox where address in ({texts}) or cast(person as varchar) in ({texts})"
                                + " order by created_at, id",
                        Stream.concat(
                                        subject.addresses().stream(),
                                        subject.records().stream().map(PersonId::toString))
                                .toList());
    }

    @Override
    public void erase(Subject subject, String pseudonym) {
        subject.addresses().forEach(address -> erase("address = ?1", address, pseudonym));
        subject.records().forEach(record -> erase("person = cast(?1 as uuid)", record.toString(), pseudonym));
    }

    private void erase(String which, String whose, String pseudonym) {
        entities.createNativeQuery("update outbox set address = ?2, content = '{}', last_error = null,"
                        + " state = case when state = 'queued' or state = 'failed' then 'suppressed' else state end"
                        + " where " + which)
                .setParameter(1, whose)
                .setParameter(2, pseudonym)
                .executeUpdate();
    }
}
