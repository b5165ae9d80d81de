package org.sopan.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sopan.course.Catalogue;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.shared.LocalizedText;

/** Shows an institute over time: a fixed number of queries over counts, whatever the number of enrolments. */
@ApplicationScoped
public class ShowInstituteDashboard {
    private static final int MOST_GROUPS = 100;
    private final TallyRows rows;
    private final ReportScope scope;
    private final Catalogue catalogue;
    private final Clock clock;

    @Inject
    public ShowInstituteDashboard(TallyRows rows, ReportScope scope, Catalogue catalogue, Clock clock) {
        this.rows = rows;
        this.scope = scope;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** What the groups are of. */
    public enum By {
        MONTH(Tally.Dimension.ALL),
        COURSE(Tally.Dimension.ALL),
        DESIGNATION(Tally.Dimension.DESIGNATION),
        SEX(Tally.Dimension.SEX);

        private final Tally.Dimension dimension;

        By(Tally.Dimension dimension) {
            this.dimension = dimension;
        }

        public static By of(@Nullable String word) {
            try {
                return word == null || word.isBlank()
                        ? MONTH
                        : valueOf(word.strip().toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw Invalid.malformed("invalid-input", new FieldError("by", "invalid"));
            }
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    public InstituteDashboard show(
            String institute, @Nullable String fiscalYear, @Nullable String from, @Nullable String to, By by) {
        scope.institute(institute);
        Months months = Months.of(fiscalYear, from, to, clock);
        Set<Tally.Dimension> dimensions = EnumSet.of(Tally.Dimension.ALL, Tally.Dimension.DAYS, by.dimension);
        Tally tally = rows.until(List.of(institute), months.first(), months.last(), dimensions);
        Map<YearMonth, Tally.Counts> perMonth = tally.by(Tally.Dimension.ALL, Tally.Group::month);
        Tally.Counts total = perMonth.values().stream().reduce(Tally.Counts.NONE, Tally.Counts::plus);
        return new InstituteDashboard(
                institute,
                months.first().toString(),
                months.last().toString(),
                by.word(),
                InstituteDashboard.Numbers.of(total),
                median(tally),
                months.each().stream()
                        .map(month -> month(month, perMonth.getOrDefault(month, Tally.Counts.NONE)))
                        .toList(),
                groups(tally, by));
    }

    static @Nullable Integer median(Tally tally) {
        Median median = new Median();
        tally.by(Tally.Dimension.DAYS, Tally.Group::en)
                .forEach((days, counts) -> median.add(Integer.parseInt(String.valueOf(days)), counts.finished()));
        return median.days();
    }

    private static InstituteDashboard.Month month(YearMonth month, Tally.Counts counts) {
        return new InstituteDashboard.Month(month.toString(), counts.enrolled(), counts.begun(), counts.completed());
    }

    private List<InstituteDashboard.Group> groups(Tally tally, By by) {
        List<InstituteDashboard.Group> groups = new ArrayList<>();
        tally.by(by.dimension, group -> key(group, by)).forEach((key, counts) -> {
            if (counts.isAny()) {
                groups.add(new InstituteDashboard.Group(key.id(), key.title(), InstituteDashboard.Numbers.of(counts)));
            }
        });
        groups.sort(
                by == By.MONTH
                        ? Comparator.comparing(group -> String.valueOf(group.id()))
                        : Comparator.<InstituteDashboard.Group>comparingInt(
                                        group -> -group.numbers().enrolled())
                                .thenComparing(group -> String.valueOf(group.id())));
        return List.copyOf(groups.subList(0, Math.min(MOST_GROUPS, groups.size())));
    }

    private record Key(@Nullable String id, @Nullable LocalizedText title) {}

    private Key key(Tally.Group group, By by) {
        return switch (by) {
            case MONTH -> new Key(group.month().toString(), null);
            case COURSE ->
                new Key(
                        group.course(),
                        catalogue.has(group.course())
                                ? catalogue.live(group.course()).title()
                                : null);
            case SEX -> new Key(group.en() == null ? null : group.en().toLowerCase(Locale.ROOT), null);
            case DESIGNATION -> {
                boolean none = group.en() == null && group.bn() == null;
                LocalizedText title = none ? null : new LocalizedText(group.en(), group.bn());
                yield new Key(title == null ? null : title.in(org.sopan.shared.Language.EN), title);
            }
        };
    }
}
