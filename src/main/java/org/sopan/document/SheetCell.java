package org.sopan.document;

import org.jspecify.annotations.Nullable;

/**
 * A cell of a sheet that someone sent, as text.
 *
 * @param font the name of its font, or null where the file does not say
 * @param fault why the text is not what its writer meant, such as {@code formula-error}, or null
 */
public record SheetCell(String text, @Nullable String font, @Nullable String fault) {
    static final SheetCell EMPTY = new SheetCell("", null, null);
}
