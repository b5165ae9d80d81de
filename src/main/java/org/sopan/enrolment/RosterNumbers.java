package org.sopan.enrolment;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sopan.shared.BanglaDigits;
import org.sopan.shared.CleanText;
import org.sopan.shared.Language;

/** Cells that are no prose: numbers that a spreadsheet may have reshaped, and words of a short list. */
final class RosterNumbers {
    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9](\\.[0-9]+)?[eE]\\+?[0-9]{1,2}");
    private static final Pattern WHOLE = Pattern.compile("([0-9]+)\\.0+");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s().-]");
    private static final Pattern COUNTRY = Pattern.compile("^(00|\\+)?880?0?(?=1[3-9][0-9]{8}$)");
    private static final Pattern MOBILE = Pattern.compile("0?(1[3-9][0-9]{8})");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9]{6,15}");
    private static final Map<String, String> SEXES = Map.ofEntries(
            Map.entry("female", "female"),
            Map.entry("f", "female"),
            Map.entry("woman", "female"),
            Map.entry("মহিলা", "female"),
            Map.entry("নারী", "female"),
            Map.entry("স্ত্রী", "female"),
            Map.entry("male", "male"),
            Map.entry("m", "male"),
            Map.entry("man", "male"),
            Map.entry("পুরুষ", "male"),
            Map.entry("other", "other"),
            Map.entry("third gender", "other"),
            Map.entry("অন্যান্য", "other"),
            Map.entry("তৃতীয় লিঙ্গ", "other"),
            Map.entry("হিজড়া", "other"));

    private RosterNumbers() {}

    /** Latin digits without blanks and hyphens; a Bangladeshi mobile number in its international form. */
    static Optional<String> phone(String written) {
        String plain = BETWEEN_DIGITS.matcher(plainNumber(written)).replaceAll("");
        String digits = COUNTRY.matcher(plain).replaceFirst("0");
        Matcher mobile = MOBILE.matcher(digits);
        if (mobile.matches()) {
            return Optional.of("+880" + mobile.group(1));
        }
        return Optional.of(digits).filter(number -> PHONE.matcher(number).matches());
    }

    static Optional<String> serviceId(String written) {
        return Optional.of(plainNumber(written))
                .filter(id -> !SCIENTIFIC.matcher(id).matches());
    }

    static Optional<String> sex(String written) {
        String word = java.text.Normalizer.normalize(written, java.text.Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\.$", "");
        return SEXES.entrySet().stream()
                .filter(entry -> java.text.Normalizer.normalize(entry.getKey(), java.text.Normalizer.Form.NFC)
                        .equals(word))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    static Optional<String> language(String written) {
        return switch (written.toLowerCase(Locale.ROOT)) {
            case "বাংলা", "bangla", "bengali" -> Optional.of(Language.BN.code());
            case "ইংরেজি", "ইংরেজী", "english" -> Optional.of(Language.EN.code());
            default -> Language.ofTag(written).map(Language::code);
        };
    }

    /** The code of what is wrong with a cell that could not be read. */
    static String fault(RosterColumn column, String text) {
        boolean number = column == RosterColumn.phone || column == RosterColumn.service_id;
        return number && SCIENTIFIC.matcher(plainNumber(text)).matches()
                ? "digits-lost"
                : switch (column) {
                    case name_en, name_bn -> "not-a-name";
                    default -> column.name();
                };
    }

    /** Undoes what spreadsheets do to long numbers, unless digits are gone: then it stays as it is. */
    private static String plainNumber(String written) {
        String digits = BanglaDigits.toLatin(written);
        String latin = CleanText.key(digits.startsWith("'") ? digits.substring(1) : digits);
        if (SCIENTIFIC.matcher(latin).matches()) {
            BigDecimal number = new BigDecimal(latin);
            return number.scale() == 0 ? number.toPlainString() : latin;
        }
        Matcher whole = WHOLE.matcher(latin);
        return whole.matches() ? whole.group(1) : latin;
    }
}
