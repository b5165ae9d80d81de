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
                new Holding("outbox", List.of("content", "last_error"), Fate.GOES, "not-needed"),
                new Holding("outbox_event", List.of("note"), Fate.GOES, "not-needed"),
                Holding.rows("address_trouble", Fate.GOES, "not-needed"),
                new Holding("mail_switch", List.of("changed_by"), Fate.STAYS, "ids-only"));
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
        new RowsAsJson(entities, json)
                .writeBy(
                        "addressTroubles",
                        "address since reply",
                        "from address_trouble where address in ({texts}) order by since",
                        List.copyOf(subject.addresses()));
    }

    @Override
    public void erase(Subject subject, String pseudonym) {
        for (String address : subject.addresses()) {
            entities.createNativeQuery("delete from address_trouble where address = ?1")
                    .setParameter(1, address)
                    .executeUpdate();
            erase("address = ?1", address, pseudonym);
        }
        subject.records().forEach(record -> erase("person = cast(?1 as uuid)", record.toString(), pseudonym));
    }

    private void erase(String which, String whose, String pseudonym) {
        entities.createNativeQuery("update outbox_event set note = null where message in (select id from outbox where "
                        + which + ")")
                .setParameter(1, whose)
                .executeUpdate();
        entities.createNativeQuery("update outbox set address = ?2, domain = '', content = '{}', last_error = null,"
                        + " state = case when state = 'queued' or state = 'failed' then 'suppressed' else state end"
                        + " where " + which)
                .setParameter(1, whose)
                .setParameter(2, pseudonym)
                .executeUpdate();
    }
}
