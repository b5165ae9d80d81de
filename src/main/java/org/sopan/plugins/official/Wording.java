package org.sopan.plugins.official;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.BanglaDigits;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;
import org.sopan.spi.certificate.AsPrinted;

/** What the official certificate says beside its data, and how it says dates and hours. */
final class Wording {
    static final LocalizedText PROGRAMME = LocalizedText.of(
            "Training of Trainers Programme on Social Protection",
            "সামাজিক সুরক্ষা বিষয়ক প্রশিক্ষক প্রশিক্ষণ কর্মসূচি");
    static final LocalizedText TITLE = LocalizedText.of("Certificate", "সনদপত্র");
    static final LocalizedText OPENING =
            LocalizedText.of("This is to certify that", "এই মর্মে প্রত্যয়ন করা যাচ্ছে যে");
    static final LocalizedText EARNED = LocalizedText.of("has been awarded", "নিম্নোক্ত স্বীকৃতি অর্জন করেছেন");
    static final LocalizedText SERIAL = LocalizedText.of("Serial number", "ক্রমিক নম্বর");
    static final LocalizedText DATE = LocalizedText.of("Date of issue", "প্রদানের তারিখ");
    static final LocalizedText FOR_INSTITUTE = LocalizedText.of("For the institute", "প্রতিষ্ঠানের পক্ষে");
    static final LocalizedText FOR_PROGRAMME = LocalizedText.of("For the programme", "কর্মসূচির পক্ষে");
    static final LocalizedText SIGNATURE = LocalizedText.of("Signature, name and designation", "স্বাক্ষর, নাম ও পদবি");
    static final LocalizedText SIGNATURE_OF = LocalizedText.of("Signature", "স্বাক্ষর");
    static final LocalizedText EMBLEM = LocalizedText.of("Emblem", "প্রতীক");
    static final LocalizedText LOGO = LocalizedText.of("Logo", "লোগো");
    static final LocalizedText MEMO = LocalizedText.of("Memo no.", "স্মারক নম্বর");
    static final LocalizedText VERIFY = LocalizedText.of("Scan to verify", "স্ক্যান করে যাচাই করুন");
    static final LocalizedText SPECIMEN = LocalizedText.of("SPECIMEN", "নমুনা");

    private static final int MINUTES_PER_HALF_HOUR = 30;
    private static final List<LocalizedText> MONTHS = List.of(
            LocalizedText.of("January", "জানুয়ারি"),
            LocalizedText.of("February", "ফেব্রুয়ারি"),
            LocalizedText.of("March", "মার্চ"),
            LocalizedText.of("April", "এপ্রিল"),
            LocalizedText.of("May", "মে"),
            LocalizedText.of("June", "জুন"),
            LocalizedText.of("July", "জুলাই"),
            LocalizedText.of("August", "আগস্ট"),
            LocalizedText.of("September", "সেপ্টেম্বর"),
            LocalizedText.of("October", "অক্টোবর"),
            LocalizedText.of("November", "নভেম্বর"),
            LocalizedText.of("December", "ডিসেম্বর"));

    private Wording() {}

    /** The number as it was written, and its date where it is known. */
    static LocalizedText memo(AsPrinted.Memo memo) {
        return LocalizedText.of(memo(memo, Language.EN), memo(memo, Language.BN));
    }

    private static String memo(AsPrinted.Memo memo, Language language) {
        String number = MEMO.in(language) + ": " + memo.number();
        return memo.date() == null ? number : number + ", " + date(memo.date(), language);
    }

    static LocalizedText date(LocalDate date) {
        return LocalizedText.of(date(date, Language.EN), date(date, Language.BN));
    }

    private static String date(LocalDate date, Language language) {
        String month = MONTHS.get(date.getMonthValue() - 1).in(language);
        return BanglaDigits.in(language, "%d %s %d".formatted(date.getDayOfMonth(), month, date.getYear()));
    }

    /** The course and its time, or as much of it as there is. */
    static @Nullable LocalizedText studied(@Nullable LocalizedText course, int minutes) {
        if (minutes == 0) {
            return course == null ? null : course(course);
        }
        LocalizedText time = learningTime(minutes);
        return course == null ? time : joined(course(course), time);
    }

    private static LocalizedText course(LocalizedText title) {
        String en = title.exactly(Language.EN);
        String bn = title.exactly(Language.BN);
        return new LocalizedText(en == null ? null : "Course: " + en, bn == null ? null : "কোর্স: " + bn);
    }

    private static LocalizedText joined(LocalizedText course, LocalizedText time) {
        String en = course.exactly(Language.EN);
        String bn = course.exactly(Language.BN);
        return new LocalizedText(
                en == null ? null : en + " · " + time.in(Language.EN),
                bn == null ? null : bn + " · " + time.in(Language.BN));
    }

    /** To the nearest half hour, and never less than one: the minutes are a computed estimate, not a measurement. */
    static LocalizedText learningTime(int minutes) {
        int halves = Math.max(1, (minutes + MINUTES_PER_HALF_HOUR / 2) / MINUTES_PER_HALF_HOUR);
        String hours =
                new BigDecimal(halves * 5).movePointLeft(1).stripTrailingZeros().toPlainString();
        return LocalizedText.of(
                hours + (halves <= 2 ? " hour of learning" : " hours of learning"),
                "শিখন-সময় " + BanglaDigits.in(Language.BN, hours) + " ঘণ্টা");
    }
}
