package org.sopan.identity.rest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sopan.identity.Transfer;
import org.sopan.shared.LocalizedText;

/** A move from one institute to another; of whom, where staff look. */
public record TransferView(
        String id,
        @Nullable Mover person,
        PersonView.@Nullable OrganizationRef from,
        PersonView.@Nullable OrganizationRef to,
        String state,
        Instant askedAt,
        Instant expiresAt,
        @Nullable Instant agreedAt,
        @Nullable Instant decidedAt) {

    /** Who moves. */
    public record Mover(String id, LocalizedText name) {}

    static TransferView of(Transfer transfer, Transfer.State state, @Nullable Mover person, PersonViews views) {
        return new TransferView(
                transfer.id().toString(),
                person,
                views.organization(transfer.from()),
                views.organization(transfer.to()),
                state.word(),
                transfer.askedAt(),
                transfer.expiresAt(),
                transfer.agreedAt(),
                transfer.decidedAt());
    }
}
