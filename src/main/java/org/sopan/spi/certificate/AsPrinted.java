package org.sopan.spi.certificate;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;

/**
 * Everything a certificate says, frozen on the day of issue and stored beside the paper, so that a later change of a
 * name, an institute or a course changes no certificate.
 *
 * @param serial the certificate's number as people read it, grouped by hyphens
 * @param name the holder's name as given; printed in both languages where both are known
 * @param designation the holder's post on that day, or null
 * @param institute the institute of the enrolment, not of today
 * @param award what was earned
 * @param course the course it was earned in, or null for an award of the whole programme
 * @param programme the programme's title; null on papers from before it was kept
 * @param minutes learning time of the required modules; 0 where no time is to be printed
 * @param issuedOn calendar date in Asia/Dhaka
 * @param memo number and date of the office memo that orders the award, or null
 * @param signatories who signs, in the order of their places from left to right; at most three, none where the
 *     places are left empty for pens
 * @param pictures which picture the operator put into which slot ({@code emblem}, {@code logo}): the picture's key
 * @param language the main language of the paper; the other accompanies it where the holder's name is given in it
 * @param verifyUrl the public page that tells whether this certificate is valid
 * @param statement the signed statement that the QR code carries after that address, or null on papers from before it
 * @param specimen true for demonstration: the paper says so across its whole face
 */
public record AsPrinted(
        String serial,
        LocalizedText name,
        @Nullable LocalizedText designation,
        LocalizedText institute,
        LocalizedText award,
        @Nullable LocalizedText course,
        @Nullable LocalizedText programme,
        int minutes,
        LocalDate issuedOn,
        @Nullable Memo memo,
        List<Signatory> signatories,
        Map<String, String> pictures,
        Language language,
        String verifyUrl,
        @Nullable String statement,
        boolean specimen) {

    public AsPrinted {
        if (serial.isBlank() || verifyUrl.isBlank()) {
            throw new IllegalArgumentException("a certificate has a serial and an address where it is verified");
        }
        if (minutes < 0) {
            throw new IllegalArgumentException("minutes of learning are not negative: " + minutes);
        }
        signatories = kept(signatories);
        pictures = kept(pictures);
    }

    /** The office memo (স্মারক) that orders an award: its number as written, and its date where known. */
    public record Memo(String number, @Nullable LocalDate date) {}

    /**
     * One who signs.
     *
     * @param organization on whose behalf
     * @param signature key of the picture of the signature, or null for a pen
     */
    public record Signatory(
            LocalizedText name, LocalizedText designation, LocalizedText organization, @Nullable String signature) {}

    /** What the QR code says: where to verify, and after it, never sent to the server, the signed statement. */
    public String qr() {
        return statement == null ? verifyUrl : verifyUrl + "#" + statement;
    }

    /** Stored papers of earlier versions lack these. */
    private static <T> List<T> kept(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    private static Map<String, String> kept(@Nullable Map<String, String> map) {
        return map == null ? Map.of() : Map.copyOf(map);
    }
}
