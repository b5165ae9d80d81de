package org.sopan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.sopan.platform.Words;
import org.sopan.shared.Language;

/** An empty roster to fill in: headings in the reader's language, an example that is passed over, and hints. */
@ApplicationScoped
public class RosterTemplate {
    private static final Map<RosterColumn, String> EXAMPLE = Map.of(
            RosterColumn.email, Roster.EXAMPLE,
            RosterColumn.name_en, "Rahima Khatun",
            RosterColumn.name_bn, "রহিমা খাতুন",
            RosterColumn.designation_en, "Assistant Director",
            RosterColumn.designation_bn, "সহকারী পরিচালক",
            RosterColumn.unit, "প্রশিক্ষণ শাখা",
            RosterColumn.phone, "01000-000000",
            RosterColumn.service_id, "DEMO-1000",
            RosterColumn.sex, "মহিলা",
            RosterColumn.language, "bn");

    public void write(Language language, OutputStream out) throws IOException {
        try (RosterBook book = new RosterBook()) {
            Sheet list = book.list(word(language, "list"), language);
            Row example = list.createRow(1);
            for (RosterColumn column : RosterColumn.values()) {
                book.cell(example, column.ordinal(), EXAMPLE.getOrDefault(column, ""), book.example());
            }
            hints(book, language);
            book.write(out);
        }
    }

    private static void hints(RosterBook book, Language language) {
        Sheet sheet = book.sheet(word(language, "hints"));
        Row first = sheet.createRow(0);
        book.cell(first, 0, word(language, "hints"), book.heading());
        book.cell(first, 1, word(language, "example"), book.plain());
        for (RosterColumn column : RosterColumn.values()) {
            Row row = sheet.createRow(column.ordinal() + 1);
            book.cell(row, 0, column.label(language), book.heading());
            book.cell(row, 1, word(language, column.name()), book.plain());
        }
    }

    private static String word(Language language, String word) {
        return Words.of(language, "roster-template." + word, "roster.invalid");
    }
}
