package org.sopan.identity.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.sopan.identity.MergePeople;
import org.sopan.identity.PersonMerge;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.shared.Page;
import org.sopan.shared.PersonId;

/** {@code /api/merges}: make one record of two; again the same answer. */
@Path("merges")
@Produces(MediaType.APPLICATION_JSON)
public class MergesResource {
    private final MergePeople mergePeople;

    @Inject
    public MergesResource(MergePeople mergePeople) {
        this.mergePeople = mergePeople;
    }

    @GET
    @Requires(Role.ADMINISTRATOR)
    public Page<MergeView> list(
            @QueryParam("page") @DefaultValue("0") @Min(0) @Max(1_000_000) int page,
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(500) int size) {
        Page<PersonMerge> found = mergePeople.list(page, size);
        return new Page<>(found.items().stream().map(MergeView::of).toList(), found.total());
    }

    @POST
    @Requires(Role.ADMINISTRATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    public MergeView merge(@NotNull @Valid NewMerge wanted) {
        return MergeView.of(mergePeople.merge(id(wanted.keep()), id(wanted.drop()), wanted.reason()));
    }

    static PersonId id(String text) {
        return new PersonId(PathId.uuid(text, "unknown-person"));
    }

    /** The record that stays, the one that becomes its alias, and why. */
    public record NewMerge(@NotBlank String keep, @NotBlank String drop, @NotBlank @Size(max = 500) String reason) {}
}
