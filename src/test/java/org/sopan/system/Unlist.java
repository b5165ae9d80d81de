package org.sopan.system;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that are uploaded as staff lists and are none, and how each is refused. */
enum Unlist {
    ZIP_BOMB(Unlist.XLSX, 422, "sheet-too-large") {
        @Override
        InputStream open() throws IOException {
            return bomb("<worksheet><sheetData>", "<row r=\"1\"><c/></row>".repeat(1_000), 13_000);
        }
    },
    BROKEN_WORKBOOK(Unlist.XLSX, 422, "sheet-unreadable") {
        @Override
        InputStream open() {
            return text("PK\u0003\u0004 and no more");
        }
    },
    MORE_THAN_TWENTY_MEGABYTES(Unlist.CSV, 413, "too-large") {
        @Override
        InputStream open() {
            byte[] part = "a@sopan.example,Somebody\n".repeat(40_000).getBytes(StandardCharsets.UTF_8);
            return new SequenceInputStream(Collections.enumeration(IntStream.range(0, 25)
                    .mapToObj(i -> (InputStream) new ByteArrayInputStream(part))
                    .toList()));
        }
    },
    NULS(Unlist.CSV, 400, "csv-has-nul") {
        @Override
        InputStream open() {
            return text(HEADINGS + "a@sopan.example,Some\u0000body\n");
        }
    },
    A_QUOTATION_MARK_THAT_NEVER_CLOSES(Unlist.CSV, 400, "csv-unreadable") {
        @Override
        InputStream open() {
            return text(HEADINGS + "a@sopan.example,\"Somebody\n" + "b@sopan.example,Another\n".repeat(100_000));
        }
    },
    NOTHING(Unlist.CSV, 400, "sheet-empty") {
        @Override
        InputStream open() {
            return text("");
        }
    },
    HEADINGS_ONLY(Unlist.CSV, 422, "roster-without-rows") {
        @Override
        InputStream open() {
            return text(HEADINGS);
        }
    },
    TWO_HUNDRED_COLUMNS(Unlist.CSV, 422, "sheet-too-wide") {
        @Override
        InputStream open() {
            String more = IntStream.range(0, 200).mapToObj(n -> ",more " + n).collect(Collectors.joining());
            return text(HEADINGS.strip() + more + "\na@sopan.example,Somebody\n");
        }
    };

    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String HEADINGS = "email,name_en\n";
    final String type;
    final int status;
    final String code;

    Unlist(String type, int status, String code) {
        this.type = type;
        this.status = status;
        this.code = code;
    }

    /** The file, of a length that is not told beforehand. */
    abstract InputStream open() throws IOException;

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A workbook of some hundred kilobytes that is hundreds of megabytes inside. */
    private static InputStream bomb(String begin, String again, int times) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write(begin.getBytes(StandardCharsets.UTF_8));
            byte[] block = again.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < times; i++) {
                zip.write(block);
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
