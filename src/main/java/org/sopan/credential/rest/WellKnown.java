package org.sopan.credential.rest;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sopan.credential.PublicLists;
import org.sopan.platform.Hashes;

/**
 * {@code /.well-known/sopan/}: what anyone needs to check certificates without a connection, from memory. Pages of other
 * sites may read it too.
 */
@WebServlet("/.well-known/sopan/*")
public class WellKnown extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(WellKnown.class.getName());
    private final transient Map<String, Supplier<String>> documents;
    private final transient Map<String, Document> latest = new ConcurrentHashMap<>();

    private record Document(String json, byte[] bytes, String tag) {}

    @Inject
    public WellKnown(PublicLists lists) {
        documents = Map.of("/keys.json", lists::keys, "/revoked.json", lists::revoked);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = String.valueOf(request.getPathInfo());
        Supplier<String> source = documents.get(path);
        if (source == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            answer(document(path, source.get()), request, response);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> path + " could not be read");
            response.setHeader("Retry-After", "5");
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    /** Encoded once for each content. */
    private Document document(String path, String json) {
        Document last = latest.get(path);
        if (last != null && last.json.equals(json)) {
            return last;
        }
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        Document document =
                new Document(json, bytes, "W/\"" + Hashes.sha256(bytes).substring(0, 16) + "\"");
        latest.put(path, document);
        return document;
    }

    private static void answer(Document document, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("ETag", document.tag);
        response.setHeader("Cache-Control", "public, no-cache");
        response.setHeader("Access-Control-Allow-Origin", "*");
        String known = request.getHeader("If-None-Match");
        if (known != null && (known.contains(document.tag) || known.strip().equals("*"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType("application/json;charset=UTF-8");
        response.setContentLength(document.bytes.length);
        response.getOutputStream().write(document.bytes);
    }
}
