package org.sopan.identity.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.sopan.identity.MergePeople;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;

/** {@code POST /api/merges/preview}: what a merge would do; changes nothing. */
@Path("merges/preview")
@Produces(MediaType.APPLICATION_JSON)
public class MergePreviewResource {
    private final MergePeople mergePeople;

    @Inject
    public MergePreviewResource(MergePeople mergePeople) {
        this.mergePeople = mergePeople;
    }

    @POST
    @Requires(Role.ADMINISTRATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    public MergeView.Preview preview(@NotNull @Valid Pair pair) {
        return MergeView.Preview.of(
                mergePeople.preview(MergesResource.id(pair.keep()), MergesResource.id(pair.drop())));
    }

    /** The record that would stay, and the one that would become its alias. */
    public record Pair(@NotBlank String keep, @NotBlank String drop) {}
}
