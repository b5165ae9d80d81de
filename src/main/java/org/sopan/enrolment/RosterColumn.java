package org.sopan.enrolment;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sopan.document.BijoyText;
import org.sopan.shared.CleanText;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;

/** A column that a roster may have, and the headings by which coordinators call it. */
public enum RosterColumn {
    email(false, LocalizedText.of("email", "ই-মেইল"), "e mail", "email address", "ইমেইল", "ইমেল", "মেইল"),
    name_en(
            true,
            LocalizedText.of("name_en", "নাম (ইংরেজি)"),
            "name",
            "full name",
            "name english",
            "name in english",
            "ইংরেজি নাম",
            "নাম ইংরেজিতে"),
    name_bn(
            true,
            LocalizedText.of("name_bn", "নাম (বাংলা)"),
            "name bangla",
            "name in bangla",
            "নাম",
            "বাংলা নাম",
            "নাম বাংলায়",
            "কর্মকর্তার নাম"),
    designation_en(
            true,
            LocalizedText.of("designation_en", "পদবি (ইংরেজি)"),
            "designation",
            "designation english",
            "post",
            "পদবী ইংরেজি"),
    designation_bn(
            true,
            LocalizedText.of("designation_bn", "পদবি (বাংলা)"),
            "designation bangla",
            "পদবি",
            "পদবী",
            "পদবী বাংলা",
            "পদের নাম"),
    unit(true, LocalizedText.of("unit", "শাখা"), "section", "branch", "wing", "অনুবিভাগ", "অধিশাখা"),
    phone(
            false,
            LocalizedText.of("phone", "মোবাইল নম্বর"),
            "mobile",
            "mobile no",
            "mobile number",
            "phone number",
            "ফোন",
            "ফোন নম্বর",
            "মোবাইল",
            "মোবাইল নং"),
    service_id(
            false,
            LocalizedText.of("service_id", "পরিচিতি নম্বর"),
            "id no",
            "service id no",
            "পরিচিতি নং",
            "আইডি",
            "আইডি নম্বর"),
    sex(false, LocalizedText.of("sex", "লিঙ্গ"), "gender", "জেন্ডার"),
    language(false, LocalizedText.of("language", "ভাষা"));

    private static final Map<String, RosterColumn> BY_HEADING = byHeading();
    private final boolean prose;
    private final LocalizedText label;
    private final List<String> alsoCalled;

    RosterColumn(boolean prose, LocalizedText label, String... alsoCalled) {
        this.prose = prose;
        this.label = label;
        this.alsoCalled = List.of(alsoCalled);
    }

    /** Whether people write words in it, and so maybe in Bijoy. */
    boolean isProse() {
        return prose;
    }

    /** The heading as a template writes it. */
    public String label(Language language) {
        return label.in(language);
    }

    /** The column of this heading, which may itself be typed in Bijoy. */
    static Optional<RosterColumn> of(String heading) {
        RosterColumn known = BY_HEADING.get(plain(heading));
        return Optional.ofNullable(known == null ? BY_HEADING.get(plain(BijoyText.toUnicode(heading))) : known);
    }

    public static Optional<RosterColumn> named(String name) {
        return Arrays.stream(values())
                .filter(column -> column.name().equals(name))
                .findFirst();
    }

    private static String plain(String heading) {
        return Normalizer.normalize(CleanText.line(heading), Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\u200C\u200D]", "")
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
                .strip();
    }

    private static Map<String, RosterColumn> byHeading() {
        Map<String, RosterColumn> columns = new HashMap<>();
        for (RosterColumn column : values()) {
            for (Language language : Language.values()) {
                columns.put(plain(column.label(language)), column);
            }
            column.alsoCalled.forEach(heading -> columns.put(plain(heading), column));
        }
        return Map.copyOf(columns);
    }
}
