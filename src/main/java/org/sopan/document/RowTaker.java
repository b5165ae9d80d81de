package org.sopan.document;

/** Takes the rows of a file one by one, and says when it has had enough: the file is never held whole. */
public interface RowTaker {
    Wish take(SheetRow row);

    /** How to go on after a row. */
    enum Wish {
        MORE,
        NEXT_SHEET,
        ENOUGH
    }
}
