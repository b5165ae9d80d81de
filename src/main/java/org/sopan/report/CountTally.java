package org.sopan.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.sopan.enrolment.Enrolment;
import org.sopan.enrolment.EnrolmentChanged;
import org.sopan.enrolment.Enrolments;
import org.sopan.enrolment.RosterTakenBack;
import org.sopan.platform.Batches;
import org.sopan.platform.Cursors;
import org.sopan.platform.Sql;
import org.sopan.shared.EnrolmentId;

/** Moves what has happened into rows of counts, and counts an institute anew. */
@ApplicationScoped
public class CountTally {
    /** Longer than any transaction, so that what lies before has been committed. */
    private static final Duration MARGIN = Duration.ofMinutes(15);

    private static final int AT_ONCE = 500;

    private final TallyRows rows;
    private final Cursors cursors;
    private final Enrolments enrolments;
    private final Clock clock;

    @Inject
    public CountTally(TallyRows rows, Cursors cursors, Enrolments enrolments, Clock clock) {
        this.rows = rows;
        this.cursors = cursors;
        this.enrolments = enrolments;
        this.clock = clock;
    }

    /** Counts what happened since the last time. */
    @Transactional
    public void fold() {
        Instant from = rows.lockedUntil();
        Instant until = clock.instant().minus(MARGIN);
        if (!until.isAfter(from)) {
            return;
        }
        Tally tally = new Tally();
        cursors.each(
                Fact.select(new Sql()
                        .add(
                                " and {at} >= ? and {at} < ?",
                                from.atOffset(ZoneOffset.UTC),
                                until.atOffset(ZoneOffset.UTC))),
                row -> tally.add(Fact.of(row)));
        rows.append(tally);
        rows.countedUntil(until);
    }

    /** What a recount found: groups looked at, and those whose counts were wrong. */
    record Recounted(int checked, int wrong) {}

    /**
     * Counts an institute from its enrolments and puts that in the place of what was counted. A designation or a sex
     * that was corrected since is no fault of the counting.
     */
    @Transactional
    public Recounted recount(String institute) {
        Instant until = rows.lockedUntil();
        Tally right = new Tally();
        cursors.each(
                Fact.select(
                        new Sql().add(" and {at} < ? and e.institute = ?", until.atOffset(ZoneOffset.UTC), institute)),
                row -> right.add(Fact.of(row)));
        Tally kept = rows.of(institute);
        int wrong = (int) Stream.concat(right.counts().keySet().stream(), kept.counts().keySet().stream())
                .distinct()
                .filter(group -> group.dimension() == Tally.Dimension.ALL || group.dimension() == Tally.Dimension.DAYS)
                .filter(group ->
                        !Objects.equals(right.counts().get(group), kept.counts().get(group)))
                .count();
        if (!right.counts().equals(kept.counts()) || rows.size(institute) > right.size()) {
            rows.clear(institute);
            rows.append(right);
        }
        return new Recounted(right.size(), wrong);
    }

    /** What was counted for one institute is counted for another from now on. */
    void changed(@Observes EnrolmentChanged event) {
        Enrolment enrolment = enrolments.find(event.enrolment()).orElseThrow();
        if (enrolment.institute().equals(event.institute())) {
            return;
        }
        Instant until = rows.lockedUntil();
        Tally moved = new Tally();
        cursors.each(
                Fact.select(new Sql()
                        .add(
                                " and {at} < ? and e.id = cast(? as uuid)",
                                until.atOffset(ZoneOffset.UTC),
                                event.enrolment().toString())),
                row -> {
                    moved.remove(Fact.of(row).of(event.institute()));
                    moved.add(Fact.of(row).of(enrolment.institute()));
                });
        rows.append(moved);
    }

    /** Enrolments that are about to be removed were never made. */
    void takenBack(@Observes RosterTakenBack event) {
        Instant until = rows.lockedUntil();
        Tally removed = new Tally();
        for (List<EnrolmentId> chunk : Batches.chunks(event.enrolments(), AT_ONCE)) {
            Object[] values = Stream.concat(
                            Stream.of(until.atOffset(ZoneOffset.UTC)),
                            chunk.stream().map(EnrolmentId::toString))
                    .toArray();
            String places = String.join(",", Collections.nCopies(chunk.size(), "cast(? as uuid)"));
            cursors.each(
                    Fact.select(new Sql().add(" and {at} < ? and e.id in (" + places + ")", values)),
                    row -> removed.remove(Fact.of(row)));
        }
        rows.append(removed);
    }
}
