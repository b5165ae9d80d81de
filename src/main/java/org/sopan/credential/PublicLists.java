package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.Clocks;
import org.sopan.platform.Hashes;

/**
 * What someone needs who checks certificates without a connection: the public keys, and which certificates are no
 * longer valid. The latter is told by hashes of serials, since a serial opens a page with a name: the list confirms what
 * is in hand and tells nobody whose certificates were revoked. Both are at most a minute old.
 */
@ApplicationScoped
public class PublicLists {
    private static final Duration MOST_AGE = Duration.ofMinutes(1);
    /** The date of an unchanged list moves on this often; a repeat costs a 304 in between. */
    private static final Duration SAME_DATE = Duration.ofHours(1);

    private static final int HASH_BYTES = 12;

    private final PublishedKeys published;
    private final Certificates certificates;
    private final Clock clock;
    private final Remembered<String> keys;
    private final Remembered<Revoked> revoked;

    @Inject
    public PublicLists(PublishedKeys published, Certificates certificates, Clock clock) {
        this.published = published;
        this.certificates = certificates;
        this.clock = clock;
        keys = new Remembered<>(MOST_AGE, clock, before -> readKeys());
        revoked = new Remembered<>(MOST_AGE, clock, this::readRevoked);
    }

    private record Revoked(List<ChangedCertificate> certificates, Instant asOf, String json) {}

    /** A JWK Set (RFC 7517); {@code nbf} and {@code exp} say from when to when a key signed. */
    public String keys() {
        return keys.get();
    }

    /** {@code {asOf, certificates: [{hash, status, on}]}}. */
    public String revoked() {
        return revoked.get().json;
    }

    /** How the list names a certificate: twelve bytes of the SHA-256 of its serial, in base64url. */
    static String hash(String serial) {
        byte[] whole = HexFormat.of().parseHex(Hashes.sha256(serial.getBytes(StandardCharsets.US_ASCII)));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, HASH_BYTES));
    }

    private String readKeys() {
        JsonArrayBuilder all = Json.createArrayBuilder();
        for (PublishedKey key : published.all()) {
            JsonObjectBuilder jwk = Json.createObjectBuilder()
                    .add("kty", "OKP")
                    .add("crv", "Ed25519")
                    .add("kid", key.kid())
                    .add("x", key.x())
                    .add("use", "sig")
                    .add("alg", "EdDSA")
                    .add("nbf", key.validFrom().getEpochSecond());
            Instant until = key.validUntil();
            if (until != null) {
                jwk.add("exp", until.getEpochSecond());
            }
            all.add(jwk);
        }
        return Json.createObjectBuilder().add("keys", all).build().toString();
    }

    private Revoked readRevoked(@Nullable Revoked before) {
        Instant asOf = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        List<ChangedCertificate> changed = certificates.changed();
        if (before != null
                && before.certificates.equals(changed)
                && asOf.isBefore(before.asOf.plus(SAME_DATE))
                && day(asOf).equals(day(before.asOf))) {
            return before;
        }
        JsonArrayBuilder all = Json.createArrayBuilder();
        for (ChangedCertificate certificate : changed) {
            all.add(Json.createObjectBuilder()
                    .add("hash", hash(certificate.serial()))
                    .add("status", certificate.status().word())
                    .add("on", day(certificate.changedAt()).toString()));
        }
        String json = Json.createObjectBuilder()
                .add("asOf", asOf.toString())
                .add("certificates", all)
                .build()
                .toString();
        return new Revoked(changed, asOf, json);
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, Clocks.DHAKA);
    }
}
