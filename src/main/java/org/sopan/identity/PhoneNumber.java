package org.sopan.identity;

import java.util.Optional;
import org.sopan.shared.BanglaDigits;
import org.sopan.shared.CleanText;

/**
 * A phone number as it is stored: Latin digits, without blanks and hyphens, a Bangladeshi mobile number in its
 * international form, also one that lost its zero in a spreadsheet.
 */
public final class PhoneNumber {
    private PhoneNumber() {}

    /** The number that was typed, or empty when it cannot be one. */
    public static Optional<String> of(String typed) {
        String digits = BanglaDigits.toLatin(CleanText.line(typed))
                .replaceAll("[\\s().-]", "")
                .replaceFirst("^00", "+");
        String whole = digits.matches("(\\+?88)?0?1[3-9][0-9]{8}") ? "+880" + last(digits, 10) : digits;
        return whole.matches("\\+?[0-9]{6,15}") ? Optional.of(whole) : Optional.empty();
    }

    private static String last(String digits, int length) {
        return digits.substring(digits.length() - length);
    }
}
