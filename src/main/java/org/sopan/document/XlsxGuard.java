package org.sopan.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks through a workbook before it is opened: how much would come out of it, and whether any row or text in it is
 * larger than a list can have. It inflates everything once and keeps nothing.
 */
final class XlsxGuard {
    private static final int MOST_PARTS = 2_000;
    private static final long LARGEST_SHEET = 256L << 20;

    /** These are held in memory while the sheets stream by. */
    private static final long LARGEST_STRINGS = 32L << 20;

    private static final long LARGEST_OTHER = 4L << 20;

    /** Styles beyond this cost more than the fonts they name are worth. */
    private static final long LARGEST_STYLES = 2L << 20;

    private static final int LONGEST_TEXT = 1 << 20;
    private static final int MOST_MARKS_IN_A_ROW = 70_000;

    /** Excel itself has no more; each takes its time, also when it is empty. */
    private static final int MOST_ROWS = 1 << 20;

    private XlsxGuard() {}

    /** Whether styles, and with them fonts, can be read; refuses what is no workbook or a bomb. */
    static boolean stylesAreSmall(Path file) throws IOException {
        long styles = 0;
        boolean workbook = false;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_PARTS) {
                throw SheetFile.refused("sheet-too-large");
            }
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                String name = entry.getName().toLowerCase(Locale.ROOT);
                if (name.equals("encryptedpackage")) {
                    throw SheetFile.refused("sheet-old-or-locked");
                }
                workbook |= name.startsWith("xl/");
                long size = name.endsWith(".xml") || name.endsWith(".rels") ? size(zip, entry, name) : 0;
                styles = name.endsWith("styles.xml") ? Math.max(styles, size) : styles;
            }
        } catch (ZipException e) {
            throw SheetFile.refused("sheet-unreadable");
        }
        if (!workbook) {
            throw SheetFile.refused("sheet-unreadable");
        }
        return styles <= LARGEST_STYLES;
    }

    private static long size(ZipFile zip, ZipEntry entry, String name) throws IOException {
        boolean sheet = name.matches("xl/worksheets/[^/]+\\.xml");
        boolean strings = name.endsWith("sharedstrings.xml");
        boolean streamed = sheet || name.endsWith("styles.xml");
        long most = streamed ? LARGEST_SHEET : strings ? LARGEST_STRINGS : LARGEST_OTHER;
        Marks marks = new Marks();
        byte[] buffer = new byte[8192];
        long size = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > most || marks.tooMany(buffer, read, sheet)) {
                    throw SheetFile.refused("sheet-too-large");
                }
            }
        }
        return size;
    }

    /** Counts bytes since the last opening bracket, brackets since the last {@code <row}, and those. */
    private static final class Marks {
        private static final byte[] ROW = {'r', 'o', 'w'};
        private static final int OUTSIDE = -1;
        private static final int ANOTHER = -2;
        private int text;
        private int inRow;
        private int rows;
        private int matched = OUTSIDE;

        boolean tooMany(byte[] buffer, int length, boolean sheet) {
            for (int i = 0; i < length; i++) {
                byte b = buffer[i];
                if (b == '<') {
                    text = 0;
                    inRow++;
                    matched = 0;
                } else {
                    text++;
                    name(b);
                }
                if (text > LONGEST_TEXT || (sheet && (inRow > MOST_MARKS_IN_A_ROW || rows > MOST_ROWS))) {
                    return true;
                }
            }
            return false;
        }

        /** Follows the name behind a bracket; a prefix and its colon may stand before it. */
        private void name(byte b) {
            if (matched == OUTSIDE) {
                return;
            }
            if (matched == ROW.length && !isName(b)) {
                inRow = 0;
                rows++;
            }
            if (b == ':') {
                matched = 0;
            } else if (!isName(b)) {
                matched = OUTSIDE;
            } else {
                matched = matched >= 0 && matched < ROW.length && b == ROW[matched] ? matched + 1 : ANOTHER;
            }
        }

        private static boolean isName(byte b) {
            return Character.isLetterOrDigit(b) || b == '-' || b == '_' || b == '.';
        }
    }
}
