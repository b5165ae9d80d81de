package org.sopan.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.sopan.platform.PersonalData;
import org.sopan.platform.RowsAsJson;

/** The mail that went, or is to go, to a person's addresses. What it said is made of the other rooms' data. */
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
                        "from outbox where address in ({texts}) order by created_at, id",
                        subject.addresses());
    }

    @Override
    public void erase(Subject subject, String pseudonym) {
        for (String address : subject.addresses()) {
            entities.createNativeQuery("update outbox set address = ?2, content = '{}', last_error = null,"
                            + " state = case when state = 'queued' or state = 'failed' then 'suppressed' else state end"
                            + " where address = ?1")
                    .setParameter(1, address)
                    .setParameter(2, pseudonym)
                    .executeUpdate();
        }
    }
}
