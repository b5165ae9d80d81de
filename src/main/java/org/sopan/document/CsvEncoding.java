package org.sopan.document;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The encoding of a CSV file: by its byte order mark, else UTF-16 where every other byte is a page, else UTF-8 where the
 * whole file is valid UTF-8, else a Windows code page.
 */
final class CsvEncoding {
    private static final int SAMPLE = 64 * 1024;

    /** What an old Bangladeshi desktop saves; another one must be plain to see. */
    private static final Charset USUAL = Charset.forName("windows-1252");

    private static final int SURE = 60;
    private static final char MARK = '\uFEFF';

    private CsvEncoding() {}

    /** The file as text, after its byte order mark. */
    static Reader open(Path file) throws IOException {
        Reader reader = new InputStreamReader(Files.newInputStream(file), of(file));
        java.io.PushbackReader text = new java.io.PushbackReader(reader);
        int first = text.read();
        if (first >= 0 && first != MARK) {
            text.unread(first);
        }
        return text;
    }

    static Charset of(Path file) throws IOException {
        byte[] sample;
        try (InputStream in = Files.newInputStream(file)) {
            sample = in.readNBytes(SAMPLE);
        }
        if (begins(sample, 0xFF, 0xFE) || isUtf16(sample, 1)) {
            return StandardCharsets.UTF_16LE;
        }
        if (begins(sample, 0xFE, 0xFF) || isUtf16(sample, 0)) {
            return StandardCharsets.UTF_16BE;
        }
        return isUtf8(file) ? StandardCharsets.UTF_8 : codePage(sample);
    }

    private static boolean begins(byte[] sample, int first, int second) {
        return sample.length >= 2 && (sample[0] & 0xFF) == first && (sample[1] & 0xFF) == second;
    }

    /** Nearly all upper bytes are those of Latin or Bangla, and one is zero at least: a separator or a line's end. */
    private static boolean isUtf16(byte[] sample, int upper) {
        int pages = 0;
        int zeros = 0;
        int pairs = sample.length / 2;
        for (int i = 0; i < pairs; i++) {
            byte page = sample[2 * i + upper];
            zeros += page == 0 ? 1 : 0;
            pages += page == 0 || page == 0x09 || page == 0x20 ? 1 : 0;
        }
        return zeros > 0 && pages >= pairs * 0.9 && sample.length % 2 == 0;
    }

    private static boolean isUtf8(Path file) throws IOException {
        var strict = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        char[] buffer = new char[8192];
        try (Reader reader = new InputStreamReader(Files.newInputStream(file), strict)) {
            while (reader.read(buffer) >= 0) {
                // only whether it can be read counts
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static Charset codePage(byte[] sample) {
        CharsetMatch match = new CharsetDetector().setText(sample).detect();
        boolean windows = match != null
                && match.getConfidence() >= SURE
                && match.getName().toLowerCase(Locale.ROOT).startsWith("windows-")
                && Charset.isSupported(match.getName());
        return windows ? Charset.forName(match.getName()) : USUAL;
    }
}
