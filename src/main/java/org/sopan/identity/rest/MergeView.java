package org.sopan.identity.rest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sopan.identity.MergePart;
import org.sopan.identity.MergePeople;
import org.sopan.identity.PersonMerge;

/** Two records that were made one, and until when they can be parted again. */
public record MergeView(
        String id,
        String keep,
        String drop,
        String reason,
        Instant mergedAt,
        Instant undoableUntil,
        @Nullable Instant undoneAt) {
    static MergeView of(PersonMerge merge) {
        return new MergeView(
                merge.id().toString(),
                merge.kept().toString(),
                merge.dropped().toString(),
                merge.reason(),
                merge.mergedAt(),
                merge.undoableUntil(),
                merge.undoneAt());
    }

    /** What a merge would do; or the code of the problem that it would meet, with the serials that stop it. */
    public record Preview(
            CorrectionView.PersonRef keep,
            CorrectionView.PersonRef drop,
            boolean possible,
            @Nullable String problem,
            List<String> serials,
            List<Fate> enrolments) {
        static Preview of(MergePeople.Preview preview) {
            return new Preview(
                    CorrectionView.PersonRef.of(preview.kept()),
                    CorrectionView.PersonRef.of(preview.dropped()),
                    preview.problem() == null,
                    preview.problem(),
                    preview.look().twoCertificates(),
                    preview.look().enrolments().stream().map(Fate::of).toList());
        }
    }

    /** An enrolment of either record: {@code leads}, {@code withdrawn} or {@code stays}. */
    public record Fate(String id, String course, String person, String outcome) {
        static Fate of(MergePart.Fate fate) {
            return new Fate(
                    fate.enrolment().toString(),
                    fate.course(),
                    fate.record().toString(),
                    fate.outcome().word());
        }
    }
}
