package org.sopan.credential;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.rdf.RdfNQuad;
import com.apicatalog.rdf.RdfValue;
import io.setl.rdf.normalization.RdfNormalize;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Verifies a Data Integrity proof (eddsa-rdfc-2022) by the recommendation's text and with other libraries than the
 * signer: rdf-urdna brings the RDF into its order, the JDK checks the signature. JSON-LD alone is read by the same.
 */
final class BadgeVerifier {
    private static final String ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final Map<String, String> CONTEXTS = Map.of(
            "https://www.w3.org/ns/credentials/v2", "credentials-v2.json",
            "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json", "open-badges-3.0.3.json");

    private BadgeVerifier() {}

    /**
     * Whether the proof is the one of the key that the issuer's document names for it.
     *
     * @param issuer the document at the issuer's address
     */
    static boolean verifies(String credential, String issuer) {
        JsonObject whole = read(credential);
        JsonObject proof = whole.getJsonArray("proof").getJsonObject(0);
        JsonObject document = Json.createObjectBuilder(whole).remove("proof").build();
        JsonObject options = Json.createObjectBuilder(proof)
                .remove("proofValue")
                .add("@context", whole.get("@context"))
                .build();
        JsonObject key = read(issuer).getJsonArray("verificationMethod").getValuesAs(JsonObject.class).stream()
                .filter(each -> each.getString("id").equals(proof.getString("verificationMethod")))
                .findFirst()
                .orElseThrow();
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(hash(options));
        message.writeBytes(hash(document));
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(spki(key.getString("publicKeyMultibase")))));
            verifier.update(message.toByteArray());
            return proof.getString("type").equals("DataIntegrityProof")
                    && proof.getString("cryptosuite").equals("eddsa-rdfc-2022")
                    && proof.getString("proofPurpose").equals("assertionMethod")
                    && verifier.verify(base58(proof.getString("proofValue"), 64));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hash(JsonObject json) {
        try {
            var dataset = JsonLd.toRdf(JsonDocument.of(json))
                    .loader((url, options) -> context(url.toString()))
                    .get();
            String ordered = RdfNormalize.normalize(dataset).toList().stream()
                    .map(BadgeVerifier::line)
                    .sorted()
                    .collect(Collectors.joining());
            return MessageDigest.getInstance("SHA-256").digest(ordered.getBytes(StandardCharsets.UTF_8));
        } catch (JsonLdError | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String line(RdfNQuad quad) {
        return term(quad.getSubject()) + " " + term(quad.getPredicate()) + " " + term(quad.getObject())
                + quad.getGraphName().map(graph -> " " + term(graph)).orElse("") + " .\n";
    }

    private static String term(RdfValue value) {
        if (!value.isLiteral()) {
            return value.isBlankNode() ? value.getValue() : "<" + value.getValue() + ">";
        }
        String text = "\""
                + value.getValue()
                        .replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + "\"";
        String type = value.asLiteral().getDatatype();
        return value.asLiteral()
                .getLanguage()
                .map(language -> text + "@" + language)
                .orElse(type.equals("http://www.w3.org/2001/XMLSchema#string") ? text : text + "^^<" + type + ">");
    }

    private static JsonDocument context(String url) throws JsonLdError {
        String name = Objects.requireNonNull(CONTEXTS.get(url), url);
        try (InputStream in = BadgeVerifier.class.getResourceAsStream("contexts/" + name)) {
            return JsonDocument.of(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] spki(String multikey) {
        byte[] key = base58(multikey, 34);
        byte[] head = HexFormat.of().parseHex("302a300506032b6570032100");
        byte[] whole = Arrays.copyOf(head, head.length + 32);
        System.arraycopy(key, 2, whole, head.length, 32);
        return whole;
    }

    private static byte[] base58(String text, int length) {
        BigInteger number = BigInteger.ZERO;
        for (char digit : text.substring(1).toCharArray()) {
            number = number.multiply(BigInteger.valueOf(58)).add(BigInteger.valueOf(ALPHABET.indexOf(digit)));
        }
        byte[] bytes = number.toByteArray();
        byte[] exact = new byte[length];
        int from = Math.max(0, bytes.length - length);
        System.arraycopy(bytes, from, exact, length - (bytes.length - from), bytes.length - from);
        return exact;
    }

    static JsonObject read(String json) {
        return Json.createReader(new StringReader(json)).readObject();
    }
}
