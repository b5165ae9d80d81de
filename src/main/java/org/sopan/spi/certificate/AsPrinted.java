package org.sopan.spi.certificate;

import java.time.LocalDate;
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
 * @param minutes learning time of the required modules; 0 where no time is to be printed
 * @param issuedOn calendar date in Asia/Dhaka
 * @param language the main language of the paper; the other accompanies it where the holder's name is given in it
 * @param verifyUrl the public page that tells whether this certificate is valid
 * @param specimen true for demonstration: the paper says so across its whole face
 */
public record AsPrinted(
        String serial,
        LocalizedText name,
        @Nullable LocalizedText designation,
        LocalizedText institute,
        LocalizedText award,
        @Nullable LocalizedText course,
        int minutes,
        LocalDate issuedOn,
        Language language,
        String verifyUrl,
        boolean specimen) {

    public AsPrinted {
        if (serial.isBlank() || verifyUrl.isBlank()) {
            throw new IllegalArgumentException("a certificate has a serial and an address where it is verified");
        }
        if (minutes < 0) {
            throw new IllegalArgumentException("minutes of learning are not negative: " + minutes);
        }
    }
}
