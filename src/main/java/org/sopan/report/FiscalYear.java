package org.sopan.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sopan.platform.Clocks;
import org.sopan.shared.BanglaDigits;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.DomainException.Invalid;

/**
 * A fiscal year of Bangladesh: 1 July to 30 June, in Dhaka.
 *
 * @param begins the calendar year in whose July it begins
 */
public record FiscalYear(int begins) {
    private static final Pattern WRITTEN = Pattern.compile("(20\\d\\d)[-/](20)?(\\d\\d)");
    private static final int JULY = 7;

    /** Reads 2026-27, 2026-2027 or ২০২৬-২৭. */
    public static FiscalYear of(String written) {
        Matcher matcher = WRITTEN.matcher(BanglaDigits.toLatin(written.strip()));
        if (matcher.matches()) {
            int begins = Integer.parseInt(matcher.group(1));
            if ((begins + 1) % 100 == Integer.parseInt(matcher.group(3))) {
                return new FiscalYear(begins);
            }
        }
        throw Invalid.malformed("invalid-input", new FieldError("fiscalYear", "fiscal-year"));
    }

    public static FiscalYear on(LocalDate day) {
        return new FiscalYear(day.getMonthValue() >= JULY ? day.getYear() : day.getYear() - 1);
    }

    public YearMonth first() {
        return YearMonth.of(begins, JULY);
    }

    public YearMonth last() {
        return first().plusMonths(11);
    }

    Instant from() {
        return first().atDay(1).atStartOfDay(Clocks.DHAKA).toInstant();
    }

    /** The first moment after it. */
    Instant until() {
        return last().plusMonths(1).atDay(1).atStartOfDay(Clocks.DHAKA).toInstant();
    }

    /** As offices write it: 2026-27. */
    @Override
    public String toString() {
        return "%d-%02d".formatted(begins, (begins + 1) % 100);
    }
}
