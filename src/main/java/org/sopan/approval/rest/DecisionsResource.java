package org.sopan.approval.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.approval.DecideAwards;
import org.sopan.approval.Decision;
import org.sopan.platform.PathId;
import org.sopan.platform.Requires;
import org.sopan.platform.Role;
import org.sopan.shared.CleanText;
import org.sopan.spi.certificate.AsPrinted.Memo;

/** {@code POST /api/decisions}: approves or returns awards, one or thousands; how far it is, its own address tells. */
@Path("decisions")
@Produces(MediaType.APPLICATION_JSON)
public class DecisionsResource {
    private final DecideAwards decideAwards;

    @Inject
    public DecisionsResource(DecideAwards decideAwards) {
        this.decideAwards = decideAwards;
    }

    @POST
    @Requires(Role.ADMINISTRATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response decide(@NotNull @Valid NewDecision wanted) {
        return Response.accepted(DecisionView.of(decideAwards.decide(wanted.terms(), wanted.ids(), wanted.once())))
                .build();
    }

    /**
     * What to decide over which awards.
     *
     * @param verdict {@code approve} or {@code return}
     * @param reason of a return: a code of the list
     * @param note stays among administrators
     * @param once drawn by the client and sent again with a repeat
     */
    public record NewDecision(
            @NotBlank @Pattern(regexp = "approve|return") String verdict,
            @NotEmpty @Size(max = DecideAwards.MOST) List<@NotNull String> awards,
            @Nullable String reason,
            @Size(max = 2000) @Nullable String note,
            @Valid @Nullable NewMemo memo,
            @Pattern(regexp = "[\\w-]{1,100}") @Nullable String once) {

        Decision.Terms terms() {
            return new Decision.Terms(
                    verdict.equals("approve") ? Decision.Verdict.APPROVE : Decision.Verdict.RETURN,
                    reason,
                    note,
                    memo == null ? null : new Memo(CleanText.line(memo.number()), memo.date()));
        }

        List<UUID> ids() {
            return awards.stream().map(id -> PathId.uuid(id, "unknown-award")).toList();
        }
    }

    /** The office memo that orders the awards: its number as it is written, and its date. */
    public record NewMemo(@NotBlank @Size(max = 100) String number, @Nullable LocalDate date) {}
}
