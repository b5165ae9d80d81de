package org.sopan.organization.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.sopan.organization.Holiday;
import org.sopan.organization.KeepHolidays;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.shared.DomainException;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.LocalizedText;

/** {@code PUT} and {@code DELETE /api/holidays/{date}}. */
@Path("holidays/{date}")
@Produces(MediaType.APPLICATION_JSON)
public class HolidayResource {
    private final KeepHolidays keepHolidays;

    @Inject
    public HolidayResource(KeepHolidays keepHolidays) {
        this.keepHolidays = keepHolidays;
    }

    @PUT
    @Requires(Role.ADMINISTRATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    public Holiday name(@PathParam("date") String date, @NotNull @Valid NewHoliday holiday) {
        return keepHolidays.name(day(date), holiday.name());
    }

    @DELETE
    @Requires(Role.ADMINISTRATOR)
    public void remove(@PathParam("date") String date) {
        keepHolidays.remove(day(date));
    }

    private static LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= 1970 && day.getYear() <= 2200) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // refused below like a year nobody plans for
        }
        throw DomainException.Invalid.malformed("invalid-input", new FieldError("date", "invalid"));
    }

    /** What offices are closed for. */
    public record NewHoliday(@NotNull LocalizedText name) {}
}
