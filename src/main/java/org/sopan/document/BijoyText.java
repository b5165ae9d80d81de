package org.sopan.document;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text typed for a Bijoy font, SutonnyMJ and its kin: Latin codes that the font draws as Bangla in the order of the eye,
 * a vowel sign before the consonant it follows in speech. Made Unicode here; what is not Bijoy comes back unchanged.
 */
public final class BijoyText {
    private static final String CONSONANT = "[\\u0995-\\u09B9\\u09CE\\u09DC\\u09DD\\u09DF]";
    private static final String CLUSTER = CONSONANT + "(?:\\u200D?\\u09CD" + CONSONANT + ")*";
    private static final String SIGNS = "[\\u0981-\\u0983]";
    private static final String VOWELS = "[\\u09BE-\\u09C4\\u09D7]";
    private static final Pattern DOUBLED = Pattern.compile("\\u09CD{2,}");
    private static final Pattern REPH =
            Pattern.compile("(" + CLUSTER + ")(" + VOWELS + "*" + SIGNS + "*)" + BijoyLetters.REPH);
    private static final Pattern BEFORE =
            Pattern.compile("([" + BijoyLetters.I + BijoyLetters.E + BijoyLetters.AI + "])(" + CLUSTER + ")");
    private static final Pattern SIGN_FIRST = Pattern.compile("(" + SIGNS + "+)(" + VOWELS + ")");
    private static final Pattern FONT = Pattern.compile("\\w*(?<!O)MJ(\\W.*)?");
    private static final Pattern BANGLA = Pattern.compile("[\\u0980-\\u09FF]");

    /** In Bangla every third mark is one of these; in English they are rare. */
    private static final String TELLING = "vwx†‡ˆ‰ŠyzÖª¨©¯š~æ¶¤½ÏË³";

    private static final double MOST_ENGLISH = 0.18;
    private static final double MOST_WITH_SIGNS = 0.15;

    /** No name or designation is longer; what is, says nothing. */
    private static final int LONGEST = 100;

    private BijoyText() {}

    /** Whether a font of this name draws Bijoy; names that end in OMJ are Unicode. */
    public static boolean isFont(@Nullable String name) {
        return name != null
                && FONT.matcher(name.strip().toUpperCase(Locale.ROOT)).matches();
    }

    /**
     * What some cells without a font show of Bijoy: a guess, to be confirmed by a person.
     *
     * @param marks letters and signs
     * @param telling those of them that are frequent in Bijoy and rare in English
     * @param beyondLatin whether some are never typed in English
     */
    public record Looks(int marks, int telling, boolean beyondLatin) {
        public static final Looks NONE = new Looks(0, 0, false);
        private static final int FEWEST = 8;

        public Looks and(Looks more) {
            return new Looks(marks + more.marks, telling + more.telling, beyondLatin || more.beyondLatin);
        }

        public boolean isLikely() {
            return marks >= FEWEST && telling > marks * (beyondLatin ? MOST_WITH_SIGNS : MOST_ENGLISH);
        }
    }

    /** What this text shows; one in Bangla script or with an address shows nothing. */
    public static Looks looks(String text) {
        if (text.length() > LONGEST || BANGLA.matcher(text).find() || text.indexOf('@') >= 0) {
            return Looks.NONE;
        }
        int marks = 0;
        int telling = 0;
        boolean beyond = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ' && !Character.isDigit(c) && ".,-()/".indexOf(c) < 0) {
                marks++;
                telling += TELLING.indexOf(c) >= 0 ? 1 : 0;
                beyond |= c > '~' && TELLING.indexOf(c) >= 0;
            }
        }
        return new Looks(marks, telling, beyond);
    }

    /** The same text in Unicode, composed (NFC). */
    public static String toUnicode(String bijoy) {
        if (BANGLA.matcher(bijoy).find()) {
            return bijoy;
        }
        String seen = BijoyLetters.inOrderOfTheEye(bijoy);
        String joined = DOUBLED.matcher(seen).replaceAll("\u09CD");
        String withReph = REPH.matcher(joined).replaceAll("\u09B0\u09CD$1$2");
        String spoken = BEFORE.matcher(withReph).replaceAll("$2$1");
        String signs = SIGN_FIRST.matcher(BijoyLetters.plainVowels(spoken)).replaceAll("$2$1");
        return Normalizer.normalize(signs.replaceAll("\u200C(?=\\s|$)", ""), Normalizer.Form.NFC);
    }
}
