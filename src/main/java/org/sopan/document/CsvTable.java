package org.sopan.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.DomainException.Invalid;

/**
 * A table as CSV in UTF-8, in rows of cells; the first row is the header. Empty rows are kept, so that a row's place in
 * the list tells its place in the sheet.
 */
public record CsvTable(List<List<String>> rows) {
    /** Without it Excel takes Bangla for a Western code page. */
    static final String BYTE_ORDER_MARK = "\uFEFF";

    /** A spreadsheet runs a cell that begins so as a formula: one person's name could read another's file. */
    private static final String STARTS_A_FORMULA = "=+-@\t\r";

    public CsvTable {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** The file that Excel opens: text that begins like a formula carries an apostrophe before it. */
    public byte[] toBytes() {
        StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            for (List<String> row : rows) {
                printer.printRecord(row.stream().map(CsvTable::harmless).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static String harmless(String cell) {
        return startsAFormula(cell) ? "'" + cell : cell;
    }

    static boolean startsAFormula(String cell) {
        return cell.length() > 1 && STARTS_A_FORMULA.indexOf(cell.charAt(0)) >= 0;
    }

    /**
     * Reads a file, with or without a byte order mark. Cells are as written, an apostrophe included.
     *
     * @throws Invalid malformed: {@code csv-not-utf-8}, or {@code csv-unreadable} where quotes do not close
     */
    public static CsvTable of(byte[] file) {
        String text = decoded(file);
        String table = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        List<List<String>> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(table, CSVFormat.RFC4180)) {
            for (CSVRecord row : parser) {
                rows.add(row.toList());
            }
        } catch (IOException | UncheckedIOException e) {
            String row = Integer.toString(rows.size() + 1);
            throw Invalid.malformed("csv-unreadable", new FieldError(row, "csv-unreadable", e.getMessage()));
        }
        return new CsvTable(rows);
    }

    private static String decoded(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Invalid.malformed("csv-not-utf-8", new FieldError("file", "csv-not-utf-8", e.getMessage()));
        }
    }
}
