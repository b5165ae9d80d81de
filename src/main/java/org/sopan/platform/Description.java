package org.sopan.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * The description of the HTTP interface (OpenAPI), written by the build. The server could make it too, but would read
 * every class of every library for it, at the first request, and run out of memory.
 */
@ApplicationScoped
public class Description {
    private final byte[] document = read();

    private static byte[] read() {
        try (InputStream in = Description.class.getResourceAsStream("/META-INF/openapi.json")) {
            return Objects.requireNonNull(in, "META-INF/openapi.json").readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void writeTo(HttpServletResponse response) throws IOException {
        response.setContentType("application/json;charset=UTF-8");
        response.setContentLength(document.length);
        response.getOutputStream().write(document);
    }
}
