package org.sopan.report.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.report.CompareInstitutes;
import org.sopan.report.Comparison;

/** {@code GET /api/comparison?fiscalYear=&course=}: institutes beside each other, small groups suppressed. */
@Path("comparison")
@Produces(MediaType.APPLICATION_JSON)
public class ComparisonResource {
    private final CompareInstitutes compare;

    @Inject
    public ComparisonResource(CompareInstitutes compare) {
        this.compare = compare;
    }

    @GET
    @Requires({Role.VIEWER, Role.ADMINISTRATOR})
    public Comparison compare(
            @QueryParam("fiscalYear") @Nullable String fiscalYear, @QueryParam("course") @Nullable String course) {
        return compare.compare(fiscalYear, course);
    }
}
