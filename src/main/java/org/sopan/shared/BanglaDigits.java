package org.sopan.shared;

/** Bangla digits (U+09E6 to U+09EF) for Bangla readers, and back for machines. */
public final class BanglaDigits {
    private static final char ZERO = '\u09E6';

    private BanglaDigits() {}

    /** The same text with Latin digits written as Bangla ones when the reader's language is Bangla. */
    public static String in(Language language, String text) {
        return language == Language.BN ? shift(text, '0', ZERO) : text;
    }

    /** The same text with Bangla digits written as Latin ones. */
    public static String toLatin(String text) {
        return shift(text, ZERO, '0');
    }

    private static String shift(String text, char from, char to) {
        StringBuilder shifted = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            shifted.append(c >= from && c <= from + 9 ? (char) (c - from + to) : c);
        }
        return shifted.toString();
    }
}
