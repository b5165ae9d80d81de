package org.sopan.document;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.Language;

/**
 * A table that is written while it is read: rows are handed on one at a time, so that a hundred thousand take no more
 * memory than ten.
 *
 * @param title what the sheet is called
 */
public record Listing(String title, Language language, List<Heading> headings, Rows rows) {
    public Listing {
        headings = List.copyOf(headings);
    }

    /** The words over a column, and its width in characters. */
    public record Heading(String words, int width) {}

    /** Where the rows come from. A cell is text, a whole number, a calendar date, or null for an empty one. */
    @FunctionalInterface
    public interface Rows {
        /** Hands on each row in turn; none is kept. */
        void each(Consumer<List<? extends @Nullable Object>> taker);
    }
}
