package org.sopan.platform;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A file of the web client, packed once and ready to send. */
final class ClientFile {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "json", "application/json;charset=UTF-8",
            "webmanifest", "application/manifest+json;charset=UTF-8",
            "svg", "image/svg+xml;charset=UTF-8",
            "png", "image/png");
    private final String path;
    private final byte[] plain;
    private final byte[] packed;
    private final boolean isLasting;

    /** @param lasting whether the path names the content, so that it never has to be asked for again */
    ClientFile(String path, byte[] plain, boolean lasting) {
        this.path = path;
        this.plain = plain;
        this.packed = Gzip.pack(plain);
        this.isLasting = lasting;
    }

    ClientFile(String path, String text) {
        this(path, text.getBytes(StandardCharsets.UTF_8), false);
    }

    String path() {
        return path;
    }

    /** Whether packing gained anything; of a picture it does not. */
    boolean isBetterPacked() {
        return packed.length < plain.length;
    }

    byte[] content(boolean zip) {
        return zip ? packed : plain;
    }

    String type() {
        return TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "application/octet-stream");
    }

    /** Whether it never has to be asked for again. */
    boolean isLasting() {
        return isLasting;
    }

    String caching() {
        return isLasting ? "public, max-age=31536000, immutable" : "no-cache";
    }

    String tag(boolean zip) {
        return "\"" + Hashes.sha256(plain).substring(0, 16) + (zip ? "-gzip\"" : "\"");
    }
}
