package org.sopan.platform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Packs what is sent many times as small as it gets, and knows who can unpack it. */
final class Gzip {
    private Gzip() {}

    static byte[] pack(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Tightest zip = new Tightest(bytes)) {
            zip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @param accepted the header {@code Accept-Encoding} */
    static boolean isAccepted(@Nullable String accepted) {
        if (accepted == null) {
            return false;
        }
        String codings = accepted.toLowerCase(Locale.ROOT).replace(" ", "");
        return codings.contains("gzip") && !codings.matches(".*gzip;q=0(\\.0*)?(,.*)?");
    }

    private static final class Tightest extends GZIPOutputStream {
        private Tightest(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
