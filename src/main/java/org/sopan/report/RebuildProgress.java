package org.sopan.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.EnrolmentId;

/** Writes stored progress anew from its sources, some enrolments at a time, each portion in its own transaction. */
@ApplicationScoped
public class RebuildProgress {
    static final int PORTION = 200;
    private final ProgressRows rows;
    private final ProgressSources sources;

    @Inject
    public RebuildProgress(ProgressRows rows, ProgressSources sources) {
        this.rows = rows;
        this.sources = sources;
    }

    /** Those of a course whose row is of another release; true while there may be more. */
    @Transactional
    public boolean outdated(String course, String release) {
        return replace(rows.outdated(course, release, PORTION));
    }

    /** Those that have begun and have no row; true while there may be more. */
    @Transactional
    public boolean missing() {
        return replace(rows.missing(PORTION));
    }

    private boolean replace(List<String> ids) {
        Map<EnrolmentId, Kept> right = sources.locked(ids);
        right.forEach(rows::replace);
        return ids.size() == PORTION && !right.isEmpty();
    }

    /** The next portion of enrolments, and those among them whose row is not what it should be. */
    @Transactional
    public Compared compare(String after) {
        List<String> ids = rows.begunAfter(after, PORTION);
        Map<EnrolmentId, Kept> right = sources.of(ids);
        Map<EnrolmentId, Kept> kept = rows.of(ids);
        List<EnrolmentId> differing = new ArrayList<>();
        right.forEach((id, should) -> {
            if (!should.isKeptAs(kept.get(id))) {
                differing.add(id);
            }
        });
        return new Compared(right.size(), differing, ids.isEmpty() ? null : ids.get(ids.size() - 1));
    }

    /**
     * What a comparison found.
     *
     * @param last the last id looked at, or null when there was none left
     */
    record Compared(int checked, List<EnrolmentId> differing, @Nullable String last) {}

    /** Looks again while nobody can change it, since an act may have come between; true when it was wrong. */
    @Transactional
    public boolean repair(EnrolmentId id) {
        List<String> one = List.of(id.toString());
        Kept should = sources.locked(one).get(id);
        if (should == null || should.isKeptAs(rows.of(one).get(id))) {
            return false;
        }
        rows.replace(id, should);
        return true;
    }
}
