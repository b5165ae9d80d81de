package org.sopan.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.sopan.document.Passage.Entries;
import org.sopan.document.Passage.Entry;
import org.sopan.document.Passage.Heading;
import org.sopan.document.Passage.Note;
import org.sopan.document.Passage.Paragraph;
import org.sopan.document.Passage.Run;
import org.sopan.document.Passage.Table;
import org.sopan.shared.Language;

/** Small manuscripts for tests. */
final class Texts {
    static final String BANGLA = "কর্মসূচি, র‍্যাব, উদ্‌যাপন, শর্মিষ্ঠা চক্রবর্তী, অন্তর্ভুক্তি";

    private Texts() {}

    static List<Run> plain(String words) {
        return List.of(Run.plain(words));
    }

    /** A heading, a paragraph with a strong word and a link, a list of two levels, numbers, a table and a note. */
    static Manuscript plan(Language language) {
        return new Manuscript(
                "পরিকল্পনা Plan",
                language,
                List.of(
                        new Heading(2, plain("উদ্দেশ্য Purpose")),
                        new Paragraph(List.of(
                                Run.plain(BANGLA + " "),
                                new Run("জোর", true, false, null),
                                Run.plain(", "),
                                new Run("source", false, true, "https://example.org/a"))),
                        new Entries(List.of(new Entry(0, 0, plain("first")), new Entry(1, 0, plain("inner")))),
                        new Entries(List.of(new Entry(0, 1, plain("one")), new Entry(0, 2, plain("two")))),
                        table(3),
                        new Note(plain("ধীরে বলুন"))));
    }

    static Table table(int rows) {
        List<List<List<Run>>> all = new ArrayList<>();
        all.add(List.of(plain("মিনিট"), plain("কী হয়"), plain("প্রশিক্ষক যা বলেন বা করেন")));
        for (int i = 1; i < rows; i++) {
            all.add(List.of(plain("১০"), plain("কার্ড সাজানো"), plain("জিজ্ঞেস করেন, কেন এই কার্ড এখানে?")));
        }
        return new Table(all);
    }

    static Manuscript paragraphs(int number) {
        return new Manuscript(
                "Long",
                Language.EN,
                Collections.nCopies(number, new Paragraph(plain("A paragraph of a line. ".repeat(6)))));
    }

    static Manuscript slides(Language language, Passage... shown) {
        List<Passage> passages = new ArrayList<>();
        passages.add(new Heading(2, plain("শিরোনাম Title")));
        passages.addAll(List.of(shown));
        passages.add(new Note(plain("বক্তার কথা")));
        passages.add(new Heading(2, plain("Last")));
        return new Manuscript("Slides", language, passages);
    }

    static Entries bullets(int number, String words) {
        return new Entries(Collections.nCopies(number, new Entry(0, 0, plain(words))));
    }
}
