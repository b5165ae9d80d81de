package org.sopan.platform;

import java.time.LocalDate;
import java.util.List;
import org.sopan.shared.BanglaDigits;
import org.sopan.shared.Language;

/** Calendar dates in words: 22 November 2026, ২২ নভেম্বর ২০২৬. */
public final class Dates {
    private static final List<String> BN = List.of(
            "জানুয়ারি",
            "ফেব্রুয়ারি",
            "মার্চ",
            "এপ্রিল",
            "মে",
            "জুন",
            "জুলাই",
            "আগস্ট",
            "সেপ্টেম্বর",
            "অক্টোবর",
            "নভেম্বর",
            "ডিসেম্বর");
    private static final List<String> EN = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");

    private Dates() {}

    public static String day(LocalDate day, Language language) {
        String month = months(language).get(day.getMonthValue() - 1);
        return BanglaDigits.in(language, day.getDayOfMonth() + " " + month + " " + day.getYear());
    }

    /** From January to December. */
    public static List<String> months(Language language) {
        return language == Language.BN ? BN : EN;
    }
}
