package org.sopan.document;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.DomainException.Invalid;

/** CSV as desktops write it: any usual separator and encoding, read as a stream. */
final class CsvSheet {
    private static final int LOOK_AHEAD = 64 * 1024;

    private CsvSheet() {}

    static void read(Path file, RowTaker taker) throws IOException {
        try (BufferedReader text = new BufferedReader(CsvEncoding.open(file), LOOK_AHEAD)) {
            text.mark(LOOK_AHEAD);
            char[] begin = new char[LOOK_AHEAD - 1];
            int length = fill(text, begin);
            text.reset();
            CsvSeparator separator = CsvSeparator.of(new String(begin, 0, length));
            if (separator.isDeclared()) {
                text.readLine();
            }
            read(new Bounded(text), separator, taker);
        }
    }

    private static int fill(Reader text, char[] into) throws IOException {
        int length = 0;
        int read = 0;
        while (read >= 0 && length < into.length) {
            read = text.read(into, length, into.length - length);
            length += Math.max(read, 0);
        }
        return length;
    }

    private static void read(Bounded text, CsvSeparator separator, RowTaker taker) throws IOException {
        CSVFormat format =
                CSVFormat.RFC4180.builder().setDelimiter(separator.character()).get();
        int number = separator.isDeclared() ? 1 : 0;
        try (CSVParser parser =
                CSVParser.builder().setReader(text).setFormat(format).get()) {
            for (CSVRecord row : parser) {
                text.nextRow();
                number++;
                if (taker.take(new SheetRow(0, number, cells(row))) != RowTaker.Wish.MORE) {
                    return;
                }
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            String code = text.hasNul ? "csv-has-nul" : "csv-unreadable";
            throw Invalid.malformed(code, new FieldError(Integer.toString(number + 1), code));
        }
    }

    private static List<SheetCell> cells(CSVRecord row) {
        int last = row.size();
        while (last > 0 && row.get(last - 1).isBlank()) {
            last--;
        }
        if (last > SheetFile.WIDEST) {
            throw SheetFile.refused("sheet-too-wide");
        }
        List<SheetCell> cells = new ArrayList<>(last);
        for (int i = 0; i < last; i++) {
            cells.add(row.get(i).isEmpty() ? SheetCell.EMPTY : new SheetCell(row.get(i), null, null));
        }
        return cells;
    }

    /** Ends a row that goes on and on, as after a quotation mark that never closes, before it fills the memory. */
    private static final class Bounded extends FilterReader {
        private static final int LONGEST_ROW = 1_000_000;
        private int sinceRow;
        private boolean hasNul;

        Bounded(Reader in) {
            super(in);
        }

        void nextRow() {
            sinceRow = 0;
        }

        @Override
        public int read() throws IOException {
            char[] one = new char[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(char[] into, int from, int most) throws IOException {
            int read = super.read(into, from, most);
            for (int i = from; i < from + read; i++) {
                if (into[i] == 0) {
                    hasNul = true;
                    throw new IOException("a NUL");
                }
            }
            sinceRow += Math.max(read, 0);
            if (sinceRow > LONGEST_ROW) {
                throw new IOException("a row without an end");
            }
            return read;
        }
    }
}
