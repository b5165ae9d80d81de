package org.sopan.enrolment;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sopan.shared.BanglaDigits;
import org.sopan.shared.CleanText;
import org.sopan.shared.Language;

/** Cells that are no prose: numbers that a spreadsheet may have reshaped, and words of a short list. */
final class RosterNumbers {
    private static final String SCIENTIFIC = "[0-9](\\.[0-9]+)?[eE]\\+?[0-9]{1,2}";
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
        String plain = plainNumber(written).replaceAll("[\\s().-]", "");
        String digits = plain.replaceFirst("^(00|\\+)?880?0?(?=1[3-9][0-9]{8}$)", "0");
        if (digits.matches("0?1[3-9][0-9]{8}")) {
            return Optional.of("+880" + digits.replaceFirst("^0", ""));
        }
        return Optional.of(digits).filter(number -> number.matches("\\+?[0-9]{6,15}"));
    }

    static Optional<String> serviceId(String written) {
        return Optional.of(plainNumber(written)).filter(id -> !id.matches(SCIENTIFIC));
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
        return number && plainNumber(text).matches(SCIENTIFIC)
                ? "digits-lost"
                : switch (column) {
                    case name_en, name_bn -> "not-a-name";
                    default -> column.name();
                };
    }

    /** Undoes what spreadsheets do to long numbers, unless digits are gone: then it stays as it is. */
    private static String plainNumber(String written) {
        String latin = CleanText.key(BanglaDigits.toLatin(written).replaceFirst("^'", ""));
        if (latin.matches(SCIENTIFIC)) {
            BigDecimal number = new BigDecimal(latin);
            return number.scale() == 0 ? number.toPlainString() : latin;
        }
        return latin.matches("[0-9]+\\.0+") ? latin.substring(0, latin.indexOf('.')) : latin;
    }
}
