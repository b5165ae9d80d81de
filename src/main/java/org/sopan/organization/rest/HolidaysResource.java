package org.sopan.organization.rest;

import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sopan.organization.Holiday;
import org.sopan.organization.Holidays;
import org.sopan.platform.Clocks;
import org.sopan.platform.Requires;

/** {@code GET /api/holidays?year=}: this year's unless another is asked for. */
@Path("holidays")
@Produces(MediaType.APPLICATION_JSON)
public class HolidaysResource {
    private final Holidays holidays;
    private final Clock clock;

    @Inject
    public HolidaysResource(Holidays holidays, Clock clock) {
        this.holidays = holidays;
        this.clock = clock;
    }

    @GET
    @Requires
    public List<Holiday> list(@QueryParam("year") @Min(1970) @Max(2200) @Nullable Integer year) {
        return holidays.of(
                year == null ? LocalDate.now(clock.withZone(Clocks.DHAKA)).getYear() : year);
    }
}
