package org.sopan.report;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.Clocks;
import org.sopan.shared.BanglaDigits;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.DomainException.Invalid;

/** Calendar months in Dhaka, the first and the last included. */
public record Months(YearMonth first, YearMonth last) {
    private static final int MOST = 240;

    public Months {
        if (last.isBefore(first)) {
            throw Invalid.refused("invalid-input", new FieldError("to", "dates"));
        }
        if (first.plusMonths(MOST).isBefore(last)) {
            throw Invalid.refused("invalid-input", new FieldError("from", "invalid"));
        }
    }

    /** A fiscal year, or from one month or day to another; without any, this fiscal year. */
    public static Months of(@Nullable String fiscalYear, @Nullable String from, @Nullable String to, Clock clock) {
        if (fiscalYear != null && !fiscalYear.isBlank()) {
            return of(FiscalYear.of(fiscalYear));
        }
        LocalDate today = LocalDate.now(clock.withZone(Clocks.DHAKA));
        Months current = of(FiscalYear.on(today));
        YearMonth first = month(from, "from", current.first());
        YearMonth last = month(to, "to", current.last());
        return new Months(first, last);
    }

    static Months of(FiscalYear year) {
        return new Months(year.first(), year.last());
    }

    List<YearMonth> each() {
        return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .toList();
    }

    private static YearMonth month(@Nullable String written, String field, YearMonth otherwise) {
        if (written == null || written.isBlank()) {
            return otherwise;
        }
        String latin = BanglaDigits.toLatin(written.strip());
        try {
            return latin.length() == 7 ? YearMonth.parse(latin) : YearMonth.from(LocalDate.parse(latin));
        } catch (DateTimeException e) {
            throw Invalid.malformed("invalid-input", new FieldError(field, "invalid"));
        }
    }
}
