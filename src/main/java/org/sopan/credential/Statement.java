package org.sopan.credential;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;
import org.sopan.completion.Award;
import org.sopan.shared.LocalizedText;
import org.sopan.spi.certificate.AsPrinted;

/**
 * What a certificate's QR code says beyond its address, signed, so that it can be checked without a connection: a
 * compact JWS (RFC 7515, 8037) over deflated JSON, written in digits, which a QR code packs densest. {@code
 * docs/verification.md} explains each name in it.
 */
final class Statement {
    /** Bits of data that a QR code of version 13 and 15 holds at level L. */
    private static final int COMFORTABLE = 3_424;

    private static final int MOST = 4_184;

    /** Mode and length of a part in bytes (the address) and of one in digits. */
    private static final int OVERHEAD = 4 + 16 + 4 + 12;

    private static final int SHORTENED_BY = 4;

    private final AsPrinted printed;
    private final Award award;
    private final Signer signer;

    private Statement(AsPrinted printed, Award award, Signer signer) {
        this.printed = printed;
        this.award = award;
        this.signer = signer;
    }

    /**
     * The digits that follow the address and {@code #}. Titles give way while they would make the code coarse to print;
     * names are shortened only where nothing else helps, and then end in an ellipsis.
     */
    static String signed(AsPrinted printed, Award award, Signer signer) {
        return new Statement(printed, award, signer).fitting();
    }

    private String fitting() {
        LocalizedText name = printed.name();
        LocalizedText earnedIn = printed.course() == null ? printed.programme() : printed.course();
        List<JsonObject> wishes = List.of(
                said(name, printed.award(), earnedIn), said(name, printed.award(), null), said(name, null, null));
        for (JsonObject wish : wishes) {
            String digits = digits(wish);
            if (bits(digits) <= COMFORTABLE) {
                return digits;
            }
        }
        String digits = digits(said(name, null, null));
        for (int length = longest(name); bits(digits) > MOST && length > 0; length -= SHORTENED_BY) {
            digits = digits(said(cut(name, length), null, null));
        }
        return digits;
    }

    private JsonObject said(LocalizedText name, @Nullable LocalizedText title, @Nullable LocalizedText earnedIn) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("s", printed.serial())
                .add("d", printed.issuedOn().toString());
        add(json, "n", name);
        json.add("a", award.kind()).add("i", award.institute());
        if (award.course() != null) {
            json.add("c", award.course());
        }
        if (printed.specimen()) {
            json.add("x", 1);
        }
        add(json, "t", title);
        add(json, "l", earnedIn);
        return json.build();
    }

    private static void add(JsonObjectBuilder json, String claim, @Nullable LocalizedText text) {
        if (text != null && text.en() != null) {
            json.add(claim + "e", text.en());
        }
        if (text != null && text.bn() != null) {
            json.add(claim + "b", text.bn());
        }
    }

    private String digits(JsonObject said) {
        String header = "{\"alg\":\"EdDSA\",\"kid\":\"" + signer.kid() + "\",\"zip\":\"DEF\"}";
        String message = base64url(header.getBytes(StandardCharsets.UTF_8)) + "."
                + base64url(deflated(said.toString().getBytes(StandardCharsets.UTF_8)));
        String jws = message + "." + base64url(signer.sign(message.getBytes(StandardCharsets.US_ASCII)));
        return jws.chars().mapToObj(letter -> "%02d".formatted(letter - '-')).collect(Collectors.joining());
    }

    private int bits(String digits) {
        return OVERHEAD + 8 * (printed.verifyUrl().length() + 1) + (10 * digits.length() + 2) / 3;
    }

    private static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            byte[] packed = new byte[bytes.length + 64];
            return Arrays.copyOf(packed, deflater.deflate(packed));
        } finally {
            deflater.end();
        }
    }

    private static String base64url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static int longest(LocalizedText name) {
        return Math.max(length(name.en()), length(name.bn()));
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    private static LocalizedText cut(LocalizedText name, int length) {
        return new LocalizedText(cut(name.en(), length), cut(name.bn(), length));
    }

    private static @Nullable String cut(@Nullable String text, int length) {
        if (text == null || text.codePointCount(0, text.length()) <= length) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, length)).strip() + "…";
    }
}
