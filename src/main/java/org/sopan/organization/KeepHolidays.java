package org.sopan.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.shared.CleanText;
import org.sopan.shared.DomainException;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.LocalizedText;

/** An administrator keeps the calendar: moon-sighted holidays are known a day before. */
@ApplicationScoped
public class KeepHolidays {
    private final Holidays holidays;
    private final Caller caller;
    private final AuditTrail audit;

    @Inject
    public KeepHolidays(Holidays holidays, Caller caller, AuditTrail audit) {
        this.holidays = holidays;
        this.caller = caller;
        this.audit = audit;
    }

    @Transactional
    public Holiday name(LocalDate date, @Nullable LocalizedText name) {
        LocalizedText clean = CleanText.line(name, "name");
        if (clean == null) {
            throw DomainException.Invalid.refused("invalid-input", new FieldError("name", "missing"));
        }
        Holiday holiday = new Holiday(date, clean);
        if (!holidays.on(date).equals(java.util.Optional.of(holiday))) {
            holidays.put(holiday);
            audit.record(
                    caller.person(),
                    "holiday-named",
                    date.toString(),
                    Map.of("en", clean.en() == null ? "" : clean.en(), "bn", clean.bn() == null ? "" : clean.bn()));
        }
        return holiday;
    }

    /** Makes it a day like any other; a day that is none already stays as it is. */
    @Transactional
    public void remove(LocalDate date) {
        holidays.on(date).ifPresent(holiday -> {
            holidays.remove(date);
            audit.record(caller.person(), "holiday-removed", date.toString(), Map.of());
        });
    }
}
