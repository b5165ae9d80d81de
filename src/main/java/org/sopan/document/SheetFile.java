package org.sopan.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.DomainException.Invalid;

/** A list that someone sent, as CSV or XLSX: what it is, its first bytes tell, whatever it is called. */
public final class SheetFile {
    /** More columns than any staff list has. */
    static final int WIDEST = 100;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private SheetFile() {}

    /**
     * Passes on row after row until the taker has had enough.
     *
     * @throws Invalid for what is no list, or none that can be read within bounds
     */
    public static void read(Path file, RowTaker taker) {
        try {
            byte[] begin = begin(file);
            if (begin.length == 0) {
                throw Invalid.malformed("sheet-empty", new FieldError("file", "sheet-empty"));
            }
            if (Arrays.equals(begin, OLE2)) {
                throw refused("sheet-old-or-locked");
            }
            if (Arrays.equals(begin, ZIP)) {
                XlsxSheet.read(file, taker);
            } else {
                CsvSheet.read(file, taker);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Invalid refused(String code) {
        return Invalid.refused(code, new FieldError("file", code));
    }

    private static byte[] begin(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(ZIP.length);
        }
    }
}
