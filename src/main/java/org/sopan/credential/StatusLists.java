package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.DomainException;

/**
 * Which badges no longer hold, as signed Bitstring Status Lists (W3C): so many badges share one that who asks for it
 * tells nobody which badge is in hand. A list is at most a minute old.
 */
@ApplicationScoped
public class StatusLists {
    private static final Duration MOST_AGE = Duration.ofMinutes(1);
    private final Badges badges;
    private final DataIntegrity integrity;
    private final Addresses addresses;
    private final Clock clock;
    private final Map<Long, Remembered<Signed>> lists = new ConcurrentHashMap<>();

    @Inject
    public StatusLists(Badges badges, DataIntegrity integrity, Addresses addresses, Clock clock) {
        this.badges = badges;
        this.integrity = integrity;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** Where a badge stands: bit and list, both from 0. */
    record Place(long list, int bit) {
        /** The least that the recommendation allows. */
        static final int BITS = 131_072;

        /** @param number of the badge, from 1 */
        static Place of(long number) {
            return new Place((number - 1) / BITS, (int) ((number - 1) % BITS));
        }

        JsonObjectBuilder entry(Addresses addresses) {
            return Json.createObjectBuilder()
                    .add("id", addresses.statusList(list) + "#" + bit)
                    .add("type", "BitstringStatusListEntry")
                    .add("statusPurpose", "revocation")
                    .add("statusListIndex", Integer.toString(bit))
                    .add("statusListCredential", addresses.statusList(list));
        }
    }

    private record Signed(BitSet set, String json) {}

    /** The list as a signed credential; not found where no badge stands in it. */
    public String list(long number) {
        Remembered<Signed> known = lists.get(number);
        if (known == null) {
            if (number < 0 || number * Place.BITS >= badges.count()) {
                throw new DomainException.NotFound("unknown-status-list");
            }
            known = lists.computeIfAbsent(
                    number, list -> new Remembered<>(MOST_AGE, clock, before -> read(list, before)));
        }
        return known.get().json;
    }

    private Signed read(long list, @Nullable Signed before) {
        BitSet set = badges.revoked(list);
        return before != null && before.set.equals(set)
                ? before
                : new Signed(set, integrity.signed(credential(list, set)).toString());
    }

    private JsonObject credential(long list, BitSet set) {
        return Json.createObjectBuilder()
                .add("@context", Json.createArrayBuilder().add(LinkedData.CREDENTIALS))
                .add("id", addresses.statusList(list))
                .add(
                        "type",
                        Json.createArrayBuilder().add("VerifiableCredential").add("BitstringStatusListCredential"))
                .add("issuer", addresses.issuer())
                .add(
                        "validFrom",
                        clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
                .add(
                        "credentialSubject",
                        Json.createObjectBuilder()
                                .add("id", addresses.statusList(list) + "#list")
                                .add("type", "BitstringStatusList")
                                .add("statusPurpose", "revocation")
                                .add("encodedList", Multibase.base64url(packed(set))))
                .build();
    }

    /** The first bit is the most significant of the first byte. */
    private static byte[] packed(BitSet set) {
        byte[] bytes = new byte[Place.BITS / 8];
        set.stream().forEach(bit -> bytes[bit / 8] |= (byte) (0x80 >>> bit % 8));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
