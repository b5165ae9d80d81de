package org.sopan.report;

import java.util.ArrayList;
import java.util.List;
import org.sopan.document.CsvTable;
import org.sopan.shared.Language;

/** The matrix as a sheet that Excel opens in Bangla. */
public final class MatrixCsv {
    private MatrixCsv() {}

    public static byte[] of(Matrix matrix, Language language) {
        List<List<String>> rows = new ArrayList<>();
        List<String> headings = new ArrayList<>(
                language == Language.BN
                        ? List.of("নাম", "ই-মেইল", "অবস্থা", "শতাংশ")
                        : List.of("name", "email", "state", "percent"));
        matrix.columns().forEach(column -> headings.add(column.title().in(language)));
        rows.add(headings);
        for (Matrix.Row person : matrix.people()) {
            List<String> cells = new ArrayList<>(List.of(
                    person.name().in(language),
                    person.email(),
                    state(person.state(), language),
                    Integer.toString(person.percent())));
            cells.addAll(person.cells());
            rows.add(cells);
        }
        return new CsvTable(rows).toBytes();
    }

    private static String state(String state, Language language) {
        if (language == Language.EN) {
            return state;
        }
        return switch (state) {
            case "invited" -> "আমন্ত্রিত";
            case "active" -> "চলমান";
            case "completed" -> "সম্পন্ন";
            case "withdrawn" -> "প্রত্যাহৃত";
            default -> "মেয়াদোত্তীর্ণ";
        };
    }
}
