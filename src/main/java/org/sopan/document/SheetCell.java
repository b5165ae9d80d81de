package org.sopan.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a sheet that someone sent, as text.
 *
 * @param font the name of its font, or null where the file does not say
 * @param fault why the text is not what its writer meant, such as {@code formula-error}, or null
 * @param runs the parts of the text, where some stand in a font of their own; else empty
 */
public record SheetCell(String text, @Nullable String font, @Nullable String fault, List<Run> runs) {
    static final SheetCell EMPTY = new SheetCell("", null, null);

    public SheetCell {
        runs = List.copyOf(runs);
    }

    SheetCell(String text, @Nullable String font, @Nullable String fault) {
        this(text, font, fault, List.of());
    }

    /** A part of a text in one font. */
    public record Run(String text, @Nullable String font) {}
}
