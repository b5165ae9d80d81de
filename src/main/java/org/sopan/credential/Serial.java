package org.sopan.credential;

import java.util.Locale;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * The number of a certificate: 60 random bits as twelve digits of Crockford's base 32 and an ISO 7064 MOD 37,36 check
 * character, in groups of four, four and five. A check character that could be misread (I, L, O, U) is drawn again.
 */
final class Serial {
    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int DIGITS = 12;

    private Serial() {}

    /** @param below a source of chance: a number from 0 to below its argument */
    static String draw(IntUnaryOperator below) {
        while (true) {
            StringBuilder digits = new StringBuilder(DIGITS + 1);
            for (int i = 0; i < DIGITS; i++) {
                digits.append(CROCKFORD.charAt(below.applyAsInt(CROCKFORD.length())));
            }
            char check = check(digits);
            if (CROCKFORD.indexOf(check) >= 0) {
                return grouped(digits.append(check).toString());
            }
        }
    }

    /** The serial that someone typed or scanned, in its one spelling; empty when it cannot be one. */
    static Optional<String> read(String typed) {
        String plain = typed.strip()
                .toUpperCase(Locale.ROOT)
                .replaceAll("[-\\s]", "")
                .replace('I', '1')
                .replace('L', '1')
                .replace('O', '0');
        boolean sound = plain.matches("[" + CROCKFORD + "]{" + (DIGITS + 1) + "}")
                && check(plain.substring(0, DIGITS)) == plain.charAt(DIGITS);
        return sound ? Optional.of(grouped(plain)) : Optional.empty();
    }

    private static String grouped(String plain) {
        return plain.substring(0, 4) + "-" + plain.substring(4, 8) + "-" + plain.substring(8);
    }

    /** ISO 7064 MOD 37,36: the hybrid system with one check character. */
    static char check(CharSequence digits) {
        int product = 36;
        for (int i = 0; i < digits.length(); i++) {
            int sum = (product + ALPHANUMERIC.indexOf(digits.charAt(i))) % 36;
            product = (sum == 0 ? 36 : sum) * 2 % 37;
        }
        return ALPHANUMERIC.charAt((37 - product) % 36);
    }
}
