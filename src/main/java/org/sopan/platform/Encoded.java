package org.sopan.platform;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * JSON kept in memory ready to send, plain and gzipped. The strong ETag names version and coding, so that a repeat
 * costs a 304; the caller checks access first.
 */
public final class Encoded {
    private final byte[] plain;
    private final byte[] zipped;
    private final String version;

    private Encoded(byte[] plain, String version) {
        this.plain = plain;
        this.zipped = Gzip.pack(plain);
        this.version = version;
    }

    /** @param version release and, where the content depends on it, language */
    public static Encoded json(String json, String version) {
        return new Encoded(json.getBytes(StandardCharsets.UTF_8), version);
    }

    /** How many bytes it costs on the line, without headers. */
    public int packedSize() {
        return zipped.length;
    }

    /** 200 with the content or 304, to be stored by anyone, or only by the reader's own device. */
    public Response answer(HttpHeaders headers, boolean forAnyone) {
        boolean zip = Gzip.isAccepted(headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
        String tag = "\"" + version + (zip ? "-gzip\"" : "\"");
        boolean known = isKnown(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag);
        Response.ResponseBuilder response =
                known ? Response.notModified() : Response.ok(zip ? zipped : plain, "application/json;charset=UTF-8");
        if (zip && !known) {
            response.header(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return response.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .header(HttpHeaders.CACHE_CONTROL, forAnyone ? "public, no-cache" : "private, no-cache")
                .build();
    }

    private static boolean isKnown(@Nullable String tags, String tag) {
        return tags != null && (tags.strip().equals("*") || tags.contains(tag));
    }
}
