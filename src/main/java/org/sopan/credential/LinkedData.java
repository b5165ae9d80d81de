package org.sopan.credential;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.canon.RdfCanon;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;

/**
 * What JSON-LD says, in the one order that RDF Dataset Canonicalization (RDFC-1.0) gives it: however it is written, the
 * same is signed. The contexts that badges use lie in the application; nothing is fetched.
 */
final class LinkedData {
    static final String CREDENTIALS = "https://www.w3.org/ns/credentials/v2";
    static final String OPEN_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
    private static final Map<URI, Document> CONTEXTS = Map.of(
            URI.create(CREDENTIALS), context("credentials-v2.json"),
            URI.create(OPEN_BADGES), context("open-badges-3.0.3.json"));
    private static final DocumentLoader LOADER = (url, options) -> {
        Document context = CONTEXTS.get(url);
        if (context == null) {
            throw new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, "not bundled: " + url);
        }
        return context;
    };

    private LinkedData() {}

    /** N-Quads in canonical order. */
    static String canonical(JsonObject json) {
        try {
            RdfCanon canon = RdfCanon.create("SHA-256");
            JsonLd.toRdf(JsonDocument.of(json)).loader(LOADER).provide(canon);
            StringWriter quads = new StringWriter();
            canon.provide(new NQuadsWriter(quads));
            return quads.toString();
        } catch (JsonLdError | RdfConsumerException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Document context(String name) {
        try (InputStream in = LinkedData.class.getResourceAsStream("contexts/" + name)) {
            return JsonDocument.of(Objects.requireNonNull(in, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JsonLdError e) {
            throw new IllegalStateException(name, e);
        }
    }
}
