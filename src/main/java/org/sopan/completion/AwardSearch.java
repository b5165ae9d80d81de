package org.sopan.completion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.course.AwardRule;
import org.sopan.course.Catalogue;
import org.sopan.course.Course;
import org.sopan.enrolment.Enrolment;
import org.sopan.enrolment.Enrolments;
import org.sopan.platform.Sql;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.PersonId;

/**
 * The short transactions of looking for those who had met an award before it was declared: some enrolments in each, and
 * with them behind which the next ones stand. What was found is written with its paper, but nobody is written to.
 */
@ApplicationScoped
public class AwardSearch {
    static final int PORTION = 200;
    private final EntityManager entities;
    private final Enrolments enrolments;
    private final Steps steps;
    private final Awards awards;
    private final Catalogue catalogue;
    private final CheckCompletion completion;
    private final CheckProgramme programme;
    private final Clock clock;

    @Inject
    public AwardSearch(
            EntityManager entities,
            Enrolments enrolments,
            Steps steps,
            Awards awards,
            Catalogue catalogue,
            CheckCompletion completion,
            CheckProgramme programme,
            Clock clock) {
        this.entities = entities;
        this.enrolments = enrolments;
        this.steps = steps;
        this.awards = awards;
        this.catalogue = catalogue;
        this.completion = completion;
        this.programme = programme;
        this.clock = clock;
    }

    /** An award that is looked for: in one course, or over the programme where none is named. */
    record Sought(@Nullable String course, AwardRule rule) {
        String key() {
            return (course == null ? "programme" : "course/" + course) + "/" + rule.kind();
        }

        /** What it asks; when that changes, everyone is looked at again. */
        String asked() {
            return rule.asCourse() + " " + rule.modules() + " " + rule.conditions();
        }
    }

    /** Writes down what is declared and was never looked for, or asks something else now. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void declare(List<Sought> all) {
        Map<String, String> known = new HashMap<>();
        new Sql()
                .add("select search_key, asked from award_search")
                .list(entities)
                .forEach(row -> known.put((String) row[0], (String) row[1]));
        for (Sought sought : all) {
            if (!known.containsKey(sought.key())) {
                entities.createNativeQuery("insert into award_search (search_key, asked) values (?1, ?2)"
                                + " on conflict do nothing")
                        .setParameter(1, sought.key())
                        .setParameter(2, sought.asked())
                        .executeUpdate();
            } else if (!sought.asked().equals(known.get(sought.key()))) {
                entities.createNativeQuery("update award_search set asked = ?2, after_enrolment = null,"
                                + " finished_at = null where search_key = ?1")
                        .setParameter(1, sought.key())
                        .setParameter(2, sought.asked())
                        .executeUpdate();
            }
        }
    }

    /** The next portion; false when all were looked at, or another node is at it. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean next(Sought sought) {
        List<?> due = entities.createNativeQuery("select coalesce(cast(after_enrolment as varchar), ''), search_key"
                        + " from award_search where search_key = ?1 and finished_at is null for update skip locked")
                .setParameter(1, sought.key())
                .getResultList();
        if (due.isEmpty()) {
            return false;
        }
        List<EnrolmentId> portion = portion(sought, (String) ((Object[]) due.get(0))[0]);
        if (sought.course() == null) {
            overProgramme(portion);
        } else {
            inCourse(sought.course(), sought.rule(), portion);
        }
        boolean last = portion.size() < PORTION;
        entities.createNativeQuery("update award_search set after_enrolment = cast(?2 as uuid),"
                        + " finished_at = cast(?3 as timestamp with time zone) where search_key = ?1")
                .setParameter(1, sought.key())
                .setParameter(
                        2,
                        portion.isEmpty()
                                ? null
                                : portion.get(portion.size() - 1).toString())
                .setParameter(3, last ? clock.instant().atOffset(ZoneOffset.UTC) : null)
                .executeUpdate();
        return !last;
    }

    private List<EnrolmentId> portion(Sought sought, String after) {
        Sql sql = new Sql()
                .add("select cast(e.id as varchar), e.state from enrolment e where e.state in ('ACTIVE', 'COMPLETED')");
        if (sought.course() != null) {
            sql.add(" and e.course = ?", sought.course());
        }
        if (!after.isEmpty()) {
            sql.add(" and e.id > cast(? as uuid)", after);
        }
        return sql.add(" order by e.id limit " + PORTION).list(entities).stream()
                .map(row -> new EnrolmentId(UUID.fromString((String) row[0])))
                .toList();
    }

    private void inCourse(String id, AwardRule rule, List<EnrolmentId> portion) {
        Course course = catalogue.live(id);
        Set<EnrolmentId> before = awards.metBy(rule.kind(), portion);
        Map<EnrolmentId, List<Step>> taken = steps.of(portion);
        for (EnrolmentId each : portion) {
            if (before.contains(each)) {
                continue;
            }
            Standing standing =
                    new Standing(enrolments.find(each).orElseThrow(), course, taken.getOrDefault(each, List.of()));
            if (isDue(rule, standing)) {
                // looked at again under the lock: the person may be at it right now
                Enrolment locked = enrolments.forUpdate(each).orElseThrow();
                Standing now = new Standing(locked, course, steps.of(each));
                completion.meet(rule, now, lastAct(now), true);
            }
        }
    }

    private static boolean isDue(AwardRule rule, Standing standing) {
        return rule.asCourse()
                ? standing.enrolment().state() == Enrolment.State.COMPLETED
                : standing.meets(rule.conditions());
    }

    /** When the person last did something that counts. */
    private Instant lastAct(Standing standing) {
        return standing.steps().stream()
                .map(Standing.CourseStep::doneAt)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElseGet(clock::instant);
    }

    private void overProgramme(List<EnrolmentId> portion) {
        Set<PersonId> seen = new LinkedHashSet<>();
        for (EnrolmentId each : portion) {
            enrolments.find(each).map(Enrolment::person).filter(seen::add).ifPresent(programme::look);
        }
    }
}
