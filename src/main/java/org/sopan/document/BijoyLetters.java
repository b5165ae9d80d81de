package org.sopan.document;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What each code of a Bijoy font stands for, by itself and where its neighbours decide. */
final class BijoyLetters {
    /** Stand for what is drawn before, or above, the letters it belongs to, until it finds its place. */
    static final char I = '\uE001';

    static final char E = '\uE002';
    static final char AI = '\uE003';
    static final char REPH = '\uE000';

    private static final String HASANTA = "\u09CD";
    private static final Map<Character, String> LETTERS = letters();

    private BijoyLetters() {}

    /** Letters in the order in which they are drawn, with half forms and hanging forms joined by hasanta. */
    static String inOrderOfTheEye(String bijoy) {
        StringBuilder seen = new StringBuilder(bijoy.length() * 2);
        for (int i = 0; i < bijoy.length(); i++) {
            char c = bijoy.charAt(i);
            char before = i == 0 ? ' ' : bijoy.charAt(i - 1);
            char after = i + 1 == bijoy.length() ? ' ' : bijoy.charAt(i + 1);
            if (c == 'A' && after == 'v') {
                seen.append('আ');
                i++;
            } else if (c == 'i' && after == '\u00A8') {
                seen.append("র\u200D").append(HASANTA).append('য');
                i++;
            } else {
                String known = inPlace(before, c, after);
                seen.append(known == null ? LETTERS.getOrDefault(c, String.valueOf(c)) : known);
            }
        }
        return seen.toString();
    }

    static String plainVowels(String text) {
        return text.replace(I, 'ি').replace(E, 'ে').replace(AI, 'ৈ');
    }

    /** Codes that are punctuation, unless their neighbour makes them part of a letter. */
    private static @Nullable String inPlace(char before, char c, char after) {
        return switch (c) {
            case '\u2019' -> isHalf(before) ? HASANTA + "থ" : null;
            case '\u2018' -> isHalf(before) ? HASANTA + "তু" : null;
            case '\u2014' -> isHalf(before) ? HASANTA + "ত" : null;
            case '\u201C' -> isLetter(before) ? "ু" : null;
            case '\u201D' -> "PQT".indexOf(after) >= 0 ? "চ" + HASANTA : null;
            case '\u2022' -> "KLMN\u00B6\u00FF".indexOf(after) >= 0 ? "ঙ" + HASANTA : null;
            case '\u2026', '\u201E' -> isLetter(before) ? "ৃ" : null;
            default -> null;
        };
    }

    private static boolean isHalf(char c) {
        return c == '\u0161' || c == '\u00AF';
    }

    private static boolean isLetter(char c) {
        return (c >= 'K' && c <= 's') || c >= '\u00A1';
    }

    private static Map<Character, String> letters() {
        Map<Character, String> letters = new HashMap<>();
        String codes = "ABCDEFGHIJKLMNOPQRSTUVWXYZ_`abcdefghijklmnopqrstuvxyz~";
        String plain = "অইঈউঊঋএঐওঔকখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহ\u09DC\u09DD\u09DFৎংঃঁাীুুূ";
        for (int i = 0; i < codes.length(); i++) {
            letters.put(codes.charAt(i), plain.substring(i, i + 1));
        }
        for (int i = 0; i <= 9; i++) {
            letters.put((char) ('0' + i), String.valueOf((char) ('\u09E6' + i)));
        }
        letters.put('w', String.valueOf(I));
        letters.put('\u2020', String.valueOf(E));
        letters.put('\u2021', String.valueOf(E));
        letters.put('\u02C6', String.valueOf(AI));
        letters.put('\u2030', String.valueOf(AI));
        letters.put('\u00A9', String.valueOf(REPH));
        letters.put('&', HASANTA + "\u200C");
        letters.put('|', "।");
        letters.put('$', "৳");
        vowels(letters);
        conjuncts(letters);
        hanging(letters);
        return Map.copyOf(letters);
    }

    private static void vowels(Map<Character, String> letters) {
        put(letters, "\u0160 ৗ  \u0192 ূ  \u201A ূ  \u00E6 ু  \u00B8 গু  \u00EF শু  \u00FB হু  \u00FC হৃ");
        put(letters, "\u00D2 \u201C  \u00D3 \u201D  \u00D4 \u2018  \u00D5 \u2019  \u00D1 \u2014  \u00D0 \u2013");
    }

    private static void conjuncts(Map<Character, String> letters) {
        put(letters, "° ক্ক  ± ক্ট  ² ক্ষ্ম  ³ ক্ত  ´ ক্ম  µ ক্র  ¶ ক্ষ  ÿ ক্ষ  · ক্স  » গ্ধ  ¼ ঙ্ক  ½ ঙ্গ");
        put(letters, "¾ জ্জ  À জ্ঝ  Á জ্ঞ  Â ঞ্চ  Ã ঞ্ছ  Ä ঞ্জ  Å ঞ্ঝ  Æ ট্ট  Ç ড্ড  È ণ্ট  É ণ্ঠ  Ê ণ্ড");
        put(letters, "Ë ত্ত  Ì ত্থ  Î ত্র  Ï দ্দ  × দ্ধ  Ø দ্ব  Ù দ্ম  Ú ন্ঠ  Û ন্ড  Ü ন্ধ  Ý ন্স");
        put(letters, "Þ প্ট  ß প্ত  à প্প  á প্স  â ব্জ  ã ব্দ  ä ব্ধ  å ভ্র  ç ম্ফ  é ল্ক  ê ল্গ  ë ল্ট");
        put(letters, "ì ল্ড  í ল্প  î ল্ফ  ð শ্চ  ò ষ্ণ  ó ষ্ট  ô ষ্ঠ  õ ষ্ফ  ö স্খ  ÷ স্ট  ù স্ফ  ý হ্ন  þ হ্ম");
    }

    /** Halves, which wait for a letter, and forms that hang below or beside one. */
    private static void hanging(Map<Character, String> letters) {
        put(letters, "\u02DC দ্  \u2122 দ্  \u0161 ন্  \u203A ন্  ¤ ম্  ® ষ্  ¯ স্");
        put(letters, "ª ্র  « ্র  Ö ্র  ¨ ্য  ^ ্ব  ¡ ্ব  ¦ ্ব  \u0178 ্ব  ¢ ্ভ  £ ্ভ্র  ¥ ্ম  § ্ম");
        put(letters, "¬ ্ল  \u00AD ্ল  ø ্ল  ú ্প  è ্ণ  \u0153 ্ন  Í ্ত  ¿ ্ত্র  \u2039 ্ক  \u0152 ্ক্র");
    }

    private static void put(Map<Character, String> letters, String pairs) {
        for (String pair : pairs.split("  ")) {
            int space = pair.indexOf(' ');
            letters.put(pair.charAt(0), pair.substring(space + 1));
        }
    }
}
