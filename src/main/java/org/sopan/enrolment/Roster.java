package org.sopan.enrolment;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sopan.document.CsvTable;
import org.sopan.enrolment.RosterRow.CellError;
import org.sopan.shared.BanglaDigits;
import org.sopan.shared.CleanText;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.DomainException.Invalid;

/** A staff list as a coordinator keeps it: headings in English or Bangla, in any order; other columns are passed over. */
record Roster(List<RosterRow> rows, List<CellError> tooLong) {
    private static final Map<String, String> HEADINGS = headings();

    static Roster of(byte[] csv) {
        CsvTable table = CsvTable.of(csv);
        if (table.rows().isEmpty()) {
            throw columnsMissing();
        }
        Map<String, Integer> columns = columns(table.rows().get(0));
        if (!columns.containsKey("email") || !(columns.containsKey("name_en") || columns.containsKey("name_bn"))) {
            throw columnsMissing();
        }
        List<RosterRow> rows = new ArrayList<>();
        List<CellError> tooLong = new ArrayList<>();
        for (int i = 1; i < table.rows().size(); i++) {
            List<String> cells = table.rows().get(i);
            if (cells.stream().anyMatch(cell -> !CleanText.line(cell).isEmpty())) {
                rows.add(row(i + 1, cells, columns, tooLong));
            }
        }
        return new Roster(rows, tooLong);
    }

    private static Invalid columnsMissing() {
        return Invalid.refused("roster-without-columns", new FieldError("email", "missing"));
    }

    private static RosterRow row(
            int number, List<String> cells, Map<String, Integer> columns, List<CellError> tooLong) {
        Map<String, String> values = new HashMap<>();
        columns.forEach((column, place) -> {
            String value = place < cells.size() ? CleanText.line(cells.get(place)) : "";
            if (value.length() > CleanText.LONGEST) {
                tooLong.add(new CellError(number, column, "too-long"));
            } else if (!value.isEmpty()) {
                values.put(column, value);
            }
        });
        return new RosterRow(
                number,
                values.get("email"),
                values.get("name_en"),
                values.get("name_bn"),
                values.get("designation_en"),
                values.get("designation_bn"),
                values.get("unit"),
                phone(values.get("phone")),
                serviceId(values.get("service_id")),
                values.get("language"));
    }

    /** Digits in Latin, without blanks and hyphens; a Bangladeshi mobile number in its international form. */
    private static @Nullable String phone(@Nullable String written) {
        if (written == null) {
            return null;
        }
        String digits = BanglaDigits.toLatin(written).replaceAll("[\\s().-]", "");
        return digits.matches("0?1[3-9][0-9]{8}") ? "+880" + digits.replaceFirst("^0", "") : digits;
    }

    private static @Nullable String serviceId(@Nullable String written) {
        return written == null ? null : BanglaDigits.toLatin(written);
    }

    private static Map<String, Integer> columns(List<String> headings) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < headings.size(); i++) {
            String heading =
                    CleanText.line(headings.get(i)).toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]+", " ");
            String column = HEADINGS.get(Normalizer.normalize(heading, Normalizer.Form.NFC));
            if (column != null) {
                columns.putIfAbsent(column, i);
            }
        }
        return columns;
    }

    private static Map<String, String> headings() {
        Map<String, List<String>> known = Map.of(
                "email", List.of("email", "e mail", "ই মেইল", "ইমেইল", "ইমেল"),
                "name_en", List.of("name en", "name", "name english", "name (english)", "নাম (ইংরেজি)", "ইংরেজি নাম"),
                "name_bn", List.of("name bn", "name bangla", "name (bangla)", "নাম", "নাম (বাংলা)", "বাংলা নাম"),
                "designation_en", List.of("designation en", "designation", "পদবি (ইংরেজি)"),
                "designation_bn", List.of("designation bn", "পদবি", "পদবী", "পদবি (বাংলা)"),
                "unit", List.of("unit", "section", "branch", "শাখা", "অনুবিভাগ"),
                "phone", List.of("phone", "mobile", "ফোন", "মোবাইল", "মোবাইল নম্বর"),
                "service_id", List.of("service id", "id no", "পরিচিতি নম্বর", "পরিচিতি নং"),
                "language", List.of("language", "ভাষা"));
        Map<String, String> columns = new HashMap<>();
        known.forEach((column, words) ->
                words.forEach(word -> columns.put(Normalizer.normalize(word, Normalizer.Form.NFC), column)));
        return Map.copyOf(columns);
    }
}
