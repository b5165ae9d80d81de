package org.sopan.report;

import java.time.YearMonth;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Counts of facts by institute, course, month and kind of group; counts of the same are added up. */
final class Tally {
    private final Map<Group, Counts> counts = new LinkedHashMap<>();

    /** By what people are grouped. */
    enum Dimension {
        ALL,
        SEX,
        DESIGNATION,
        DAYS;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * Who is counted together.
     *
     * @param en the item of the dimension: a sex, a designation in English, a number of days
     * @param bn the designation in Bangla
     */
    record Group(
            String institute,
            String course,
            Dimension dimension,
            @Nullable String en,
            @Nullable String bn,
            YearMonth month) {}

    /**
     * How many.
     *
     * @param enrolled of this month
     * @param begun in this month
     * @param completed in this month
     * @param finished of those enrolled in this month, how many have completed since
     */
    record Counts(int enrolled, int begun, int completed, int finished) {
        static final Counts NONE = new Counts(0, 0, 0, 0);

        Counts plus(Counts other) {
            return new Counts(
                    enrolled + other.enrolled,
                    begun + other.begun,
                    completed + other.completed,
                    finished + other.finished);
        }

        /** Whether anybody is counted. Until the next recount a group can lack whom a correction has moved out of it. */
        boolean isAny() {
            return enrolled > 0 || begun > 0 || completed > 0 || finished > 0;
        }
    }

    void add(Fact fact) {
        add(fact, 1);
    }

    /** Takes a fact back that was counted before. */
    void remove(Fact fact) {
        add(fact, -1);
    }

    private void add(Fact fact, int times) {
        switch (fact.kind()) {
            case ENROLLED -> grouped(fact, fact.month(), new Counts(times, 0, 0, 0));
            case BEGUN -> grouped(fact, fact.month(), new Counts(0, times, 0, 0));
            case COMPLETED -> {
                grouped(fact, fact.month(), new Counts(0, 0, times, 0));
                grouped(fact, fact.monthOfEnrolling(), new Counts(0, 0, 0, times));
                String days = Long.toString(fact.days());
                add(
                        new Group(fact.institute(), fact.course(), Dimension.DAYS, days, null, fact.monthOfEnrolling()),
                        new Counts(0, 0, 0, times));
            }
        }
    }

    private void grouped(Fact fact, YearMonth month, Counts by) {
        add(new Group(fact.institute(), fact.course(), Dimension.ALL, null, null, month), by);
        add(new Group(fact.institute(), fact.course(), Dimension.SEX, fact.sex(), null, month), by);
        add(
                new Group(
                        fact.institute(),
                        fact.course(),
                        Dimension.DESIGNATION,
                        fact.designationEn(),
                        fact.designationBn(),
                        month),
                by);
    }

    void add(Group group, Counts by) {
        counts.merge(group, by, Counts::plus);
        counts.remove(group, Counts.NONE);
    }

    /** Only the counts of these months and dimensions. */
    Tally of(YearMonth first, YearMonth last, Collection<Dimension> dimensions) {
        counts.keySet()
                .removeIf(group -> group.month().isBefore(first)
                        || group.month().isAfter(last)
                        || !dimensions.contains(group.dimension()));
        return this;
    }

    int size() {
        return counts.size();
    }

    /** The counts of one dimension, added up by whatever is asked of a group. */
    <K> Map<K, Counts> by(Dimension dimension, Function<Group, K> key) {
        Map<K, Counts> sums = new LinkedHashMap<>();
        counts.forEach((group, each) -> {
            if (group.dimension() == dimension) {
                sums.merge(key.apply(group), each, Counts::plus);
            }
        });
        return sums;
    }

    Map<Group, Counts> counts() {
        return counts;
    }
}
