package org.sopan.approval;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sopan.completion.Award;
import org.sopan.course.AwardRule;
import org.sopan.spi.certificate.AsPrinted.Memo;

/** These awards were approved by all who had to, in the transaction at hand. */
public record AwardsApproved(List<Approved> awards) {
    public AwardsApproved {
        awards = List.copyOf(awards);
    }

    /** One of them, with the office memo that orders it, if one was given. */
    public record Approved(Award award, AwardRule rule, @Nullable Memo memo) {}
}
