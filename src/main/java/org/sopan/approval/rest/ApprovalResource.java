package org.sopan.approval.rest;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.sopan.approval.ShowApprovals;
import org.sopan.completion.Award;
import org.sopan.course.Catalogue;
import org.sopan.platform.Caller;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;

/** {@code GET /api/approvals/{award}}: one award with its evidence. */
@Path("approvals/{award}")
@Produces(MediaType.APPLICATION_JSON)
public class ApprovalResource {
    private final ShowApprovals show;
    private final Catalogue catalogue;
    private final Caller caller;

    @Inject
    public ApprovalResource(ShowApprovals show, Catalogue catalogue, Caller caller) {
        this.show = show;
        this.catalogue = catalogue;
        this.caller = caller;
    }

    @GET
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    @Transactional(Transactional.TxType.SUPPORTS)
    public ApprovalView read(@PathParam("award") String id) {
        ShowApprovals.Seen seen = show.one(PathId.uuid(id, "unknown-award"));
        Award award = seen.award();
        return ApprovalView.of(
                seen, catalogue.award(award.course(), award.release(), award.kind()), caller.isAdministrator());
    }
}
