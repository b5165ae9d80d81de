package org.sopan.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of a text that is printed or put into an office file. */
public sealed interface Passage {

    /** Words in one look; an address makes them a link. */
    record Run(String words, boolean strong, boolean emphasised, @Nullable String address) {
        public static Run plain(String words) {
            return new Run(words, false, false, null);
        }

        Run strengthened() {
            return new Run(words, true, emphasised, address);
        }
    }

    /** A heading within the text; the text's own title is level 1. */
    record Heading(int level, List<Run> runs) implements Passage {
        public Heading {
            runs = List.copyOf(runs);
        }
    }

    record Paragraph(List<Run> runs) implements Passage {
        public Paragraph {
            runs = List.copyOf(runs);
        }
    }

    /** A list; what stands within an entry follows it, one level deeper. */
    record Entries(List<Entry> entries) implements Passage {
        public Entries {
            entries = List.copyOf(entries);
        }
    }

    /**
     * @param depth 0 for an entry of the list itself
     * @param number the entry's number, or 0 where there is only a bullet
     */
    record Entry(int depth, int number, List<Run> runs) {
        public Entry {
            runs = List.copyOf(runs);
        }
    }

    /** Rows of cells; the first row names the columns. All rows have as many cells. */
    record Table(List<List<List<Run>>> rows) implements Passage {
        public Table {
            rows = List.copyOf(rows);
        }

        int columns() {
            return rows.isEmpty() ? 0 : rows.get(0).size();
        }
    }

    /** Words beside the text: a quotation, or what the speaker of a slide says. */
    record Note(List<Run> runs) implements Passage {
        public Note {
            runs = List.copyOf(runs);
        }
    }

    /** The words alone. */
    static String plain(List<Run> runs) {
        StringBuilder words = new StringBuilder();
        runs.forEach(run -> words.append(run.words()));
        return words.toString();
    }
}
