package org.sopan.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.JsonText;
import org.sopan.shared.CohortId;

/** The rules that institutes have set: for all their people, or for those in one cohort. */
@ApplicationScoped
public class ReminderRuleSets {
    private final EntityManager entities;

    @Inject
    public ReminderRuleSets(EntityManager entities) {
        this.entities = entities;
    }

    /** All that were set, to ask for many enrolments. */
    record InForce(Map<String, ReminderRules> sets) {
        ReminderRules of(String institute, @Nullable CohortId cohort) {
            ReminderRules own = sets.get(key(institute, cohort));
            return own == null ? sets.getOrDefault(key(institute, null), ReminderRules.DEFAULTS) : own;
        }
    }

    InForce inForce() {
        Map<String, ReminderRules> sets = new HashMap<>();
        List<?> rows = entities.createNativeQuery("select scope_key, rules from reminder_rules")
                .getResultList();
        for (Object each : rows) {
            Object[] row = (Object[]) each;
            sets.put((String) row[0], JsonText.read((String) row[1], ReminderRules.class));
        }
        return new InForce(sets);
    }

    Optional<ReminderRules> exactly(String institute, @Nullable CohortId cohort) {
        List<?> found = entities.createNativeQuery("select rules from reminder_rules where scope_key = ?1")
                .setParameter(1, key(institute, cohort))
                .getResultList();
        return found.stream().findFirst().map(rules -> JsonText.read((String) rules, ReminderRules.class));
    }

    void put(String institute, @Nullable CohortId cohort, ReminderRules rules) {
        String json = JsonText.of(rules);
        entities.createNativeQuery("insert into reminder_rules (scope_key, institute, cohort, rules)"
                        + " values (?1, ?2, cast(?3 as uuid), ?4) on conflict do nothing")
                .setParameter(1, key(institute, cohort))
                .setParameter(2, institute)
                .setParameter(3, cohort == null ? null : cohort.toString())
                .setParameter(4, json)
                .executeUpdate();
        entities.createNativeQuery("update reminder_rules set rules = ?2 where scope_key = ?1")
                .setParameter(1, key(institute, cohort))
                .setParameter(2, json)
                .executeUpdate();
    }

    void drop(String institute, CohortId cohort) {
        entities.createNativeQuery("delete from reminder_rules where scope_key = ?1")
                .setParameter(1, key(institute, cohort))
                .executeUpdate();
    }

    private static String key(String institute, @Nullable CohortId cohort) {
        return institute + "/" + (cohort == null ? "" : cohort);
    }
}
