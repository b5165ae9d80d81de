package org.sopan.approval.rest;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.sopan.approval.ShowApprovals;
import org.sopan.course.Catalogue;
import org.sopan.platform.Caller;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.shared.Page;

/**
 * {@code GET /api/approvals?state=&institute=&kind=&cohort=&q=}: awards that wait for approval, were returned or approved,
 * with the evidence; a coordinator sees those of her institute.
 */
@Path("approvals")
@Produces(MediaType.APPLICATION_JSON)
public class ApprovalsResource {
    private final ShowApprovals show;
    private final Catalogue catalogue;
    private final Caller caller;

    @Inject
    public ApprovalsResource(ShowApprovals show, Catalogue catalogue, Caller caller) {
        this.show = show;
        this.catalogue = catalogue;
        this.caller = caller;
    }

    @GET
    @Requires({Role.COORDINATOR, Role.ADMINISTRATOR})
    @Transactional(Transactional.TxType.SUPPORTS)
    public Page<ApprovalView> list(@BeanParam @Valid ApprovalParameters asked) {
        Page<ShowApprovals.Seen> found = show.list(asked.wanted(), asked.page(), asked.size());
        return new Page<>(
                found.items().stream()
                        .map(seen -> ApprovalView.of(
                                seen,
                                catalogue.award(
                                        seen.award().course(),
                                        seen.award().release(),
                                        seen.award().kind()),
                                caller.isAdministrator()))
                        .toList(),
                found.total());
    }
}
