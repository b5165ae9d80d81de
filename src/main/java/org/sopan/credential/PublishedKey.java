package org.sopan.credential;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The public half of a signing key and the time in which it signed. It is never removed: its certificates stay. */
@Entity
@Table(name = "signing_key")
public class PublishedKey {
    private static final String OPEN = "open";

    @Id
    private String kid;

    @Column(name = "public_key")
    private String x;

    @Column(name = "valid_from")
    private Instant validFrom;

    @Column(name = "valid_until")
    private @Nullable Instant validUntil;

    @Column(name = "open_key")
    private @Nullable String openKey;

    protected PublishedKey() {}

    PublishedKey(SigningKey.PublicKey key, Instant now) {
        kid = key.kid();
        x = key.x();
        validFrom = now;
        openKey = OPEN;
    }

    void retire(Instant now) {
        validUntil = now;
        openKey = null;
    }

    public String kid() {
        return kid;
    }

    /** In base64url, as in a JWK. */
    public String x() {
        return x;
    }

    public Instant validFrom() {
        return validFrom;
    }

    /** When another took its place; null for the one that signs. */
    public @Nullable Instant validUntil() {
        return validUntil;
    }
}
