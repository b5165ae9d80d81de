package org.sopan.organization;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.sopan.platform.Seeds;
import org.sopan.platform.Startup;
import org.sopan.shared.LocalizedText;

/** All holidays, read from the database each time: an administrator adds one tonight and every node keeps it tomorrow. */
@ApplicationScoped
public class Holidays {
    private final EntityManager entities;

    @Inject
    public Holidays(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional
    void start(@Observes @Priority(Startup.SEEDS) @Initialized(ApplicationScoped.class) Object event) {
        Startup.step("holidays", () -> seed(Seeds.read("holidays.yaml").list("holidays")));
    }

    /** Adds the days that were never there and leaves the others: an administrator may have removed one since. */
    public void seed(List<Seeds.Entry> entries) {
        for (Seeds.Entry entry : entries) {
            add(LocalDate.parse(entry.text("date")), Objects.requireNonNull(entry.localized("name")));
        }
    }

    public Optional<Holiday> on(LocalDate date) {
        return read("held_on = cast(?1 as date)", date.toString()).stream().findFirst();
    }

    /** Those of a year, in order. */
    public List<Holiday> of(int year) {
        return read(
                "held_on >= cast(?1 as date) and held_on <= cast(?2 as date)",
                LocalDate.of(year, 1, 1).toString(),
                LocalDate.of(year, 12, 31).toString());
    }

    /** Names this day a holiday, whether or not it was one. */
    void put(Holiday holiday) {
        add(holiday.date(), holiday.name());
        entities.createNativeQuery("update holiday set name_en = ?2, name_bn = ?3, removed = false"
                        + " where held_on = cast(?1 as date)")
                .setParameter(1, holiday.date().toString())
                .setParameter(2, holiday.name().en())
                .setParameter(3, holiday.name().bn())
                .executeUpdate();
    }

    void remove(LocalDate date) {
        entities.createNativeQuery("update holiday set removed = true where held_on = cast(?1 as date)")
                .setParameter(1, date.toString())
                .executeUpdate();
    }

    private void add(LocalDate date, LocalizedText name) {
        entities.createNativeQuery("insert into holiday (held_on, name_en, name_bn, removed)"
                        + " values (cast(?1 as date), ?2, ?3, false) on conflict do nothing")
                .setParameter(1, date.toString())
                .setParameter(2, name.en())
                .setParameter(3, name.bn())
                .executeUpdate();
    }

    private List<Holiday> read(String where, String... dates) {
        var query = entities.createNativeQuery("select cast(held_on as varchar), name_en, name_bn from holiday"
                + " where not removed and " + where + " order by held_on");
        for (int i = 0; i < dates.length; i++) {
            query.setParameter(i + 1, dates[i]);
        }
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> holiday((Object[]) row)).toList();
    }

    private static Holiday holiday(Object[] row) {
        return new Holiday(LocalDate.parse((String) row[0]), new LocalizedText((String) row[1], (String) row[2]));
    }
}
