package org.sopan.completion;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What met an award, as it was counted on that day. A later release or a merge changes nothing of it. */
public record Evidence(List<Line> conditions) {
    static final Evidence NONE = new Evidence(List.of());

    public Evidence {
        conditions = List.copyOf(conditions);
    }

    /**
     * One condition.
     *
     * @param counted how many of how many, such as {@code 12/12}
     * @param at when the last of them was done
     */
    public record Line(String kind, @Nullable String counted, @Nullable Instant at) {}

    static Evidence of(List<Standing.ConditionState> conditions) {
        return new Evidence(conditions.stream()
                .map(each -> new Line(each.kind(), each.evidence(), each.at()))
                .toList());
    }
}
