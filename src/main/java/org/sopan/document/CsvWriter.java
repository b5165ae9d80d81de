package org.sopan.document;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** A listing as CSV that Excel opens in Bangla: UTF-8 with a byte order mark, dates as 2026-11-22, no formulas. */
public final class CsvWriter {
    private CsvWriter() {}

    /** Writes row by row; the stream stays open. */
    public static void write(Listing listing, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(CsvTable.BYTE_ORDER_MARK);
        CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        print(printer, listing.headings().stream().map(Listing.Heading::words).toList());
        try {
            listing.rows().each(row -> {
                try {
                    print(printer, row);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        printer.flush();
    }

    private static void print(CSVPrinter printer, List<? extends @Nullable Object> row) throws IOException {
        for (Object cell : row) {
            printer.print(cell instanceof String text ? CsvTable.harmless(text) : cell);
        }
        printer.println();
    }
}
