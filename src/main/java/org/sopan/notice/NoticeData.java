package org.sopan.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.sopan.platform.PersonalData;
import org.sopan.platform.RowsAsJson;
import org.sopan.shared.PersonId;

/** What a person was reminded and told of. */
@ApplicationScoped
public class NoticeData implements PersonalData {
    private static final List<String> TABLES = List.of("notice", "notice_choice", "announcement_seen");
    private final EntityManager entities;

    @Inject
    public NoticeData(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public String room() {
        return "notice";
    }

    @Override
    public List<Holding> holdings(Subject subject) {
        return List.of(
                Holding.rows("notice", Fate.GOES, "not-needed"),
                Holding.rows("notice_line", Fate.GOES, "not-needed"),
                Holding.rows("notice_choice", Fate.GOES, "not-needed"),
                Holding.rows("announcement_seen", Fate.GOES, "not-needed"),
                new Holding("announcement", List.of("author"), Fate.STAYS, "ids-only"));
    }

    @Override
    public void write(Subject subject, JsonGenerator json) {
        RowsAsJson rows = new RowsAsJson(entities, json);
        rows.write(
                "notices",
                "kind subject made_at",
                "from notice where person in ({people}) order by made_at, id",
                subject.records());
        rows.write(
                "choices", "reminders chosen_at", "from notice_choice where person in ({people})", subject.records());
        rows.write(
                "announcementsSeen",
                "announcement:id seen_at",
                "from announcement_seen where person in ({people}) order by seen_at, announcement",
                subject.records());
    }

    @Override
    public void erase(Subject subject, String pseudonym) {
        for (PersonId record : subject.records()) {
            for (String table : TABLES) {
                entities.createNativeQuery("delete from " + table + " where person = cast(?1 as uuid)")
                        .setParameter(1, record.toString())
                        .executeUpdate();
            }
        }
    }
}
