package org.sopan.credential;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads what a QR code says after its address, as docs/verification.md tells a third party to, with the JDK alone. */
final class StatementReader {
    private StatementReader() {}

    static String jws(String digits) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < digits.length(); i += 2) {
            letters.append((char) (Integer.parseInt(digits.substring(i, i + 2)) + '-'));
        }
        return letters.toString();
    }

    static JsonObject header(String digits) {
        return json(Base64.getUrlDecoder().decode(jws(digits).split("\\.", -1)[0]));
    }

    static JsonObject said(String digits) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(Base64.getUrlDecoder().decode(jws(digits).split("\\.", -1)[1]));
            byte[] bytes = new byte[4096];
            int length = inflater.inflate(bytes);
            return json(Arrays.copyOf(bytes, length));
        } catch (DataFormatException e) {
            throw new IllegalArgumentException(e);
        } finally {
            inflater.end();
        }
    }

    static boolean verifies(String digits, SigningKey.PublicKey key) {
        String jws = jws(digits);
        int dot = jws.lastIndexOf('.');
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(SigningKeyTest.publicKey(key));
            verifier.update(jws.substring(0, dot).getBytes(StandardCharsets.US_ASCII));
            return verifier.verify(Base64.getUrlDecoder().decode(jws.substring(dot + 1)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonObject json(byte[] bytes) {
        return Json.createReader(new StringReader(new String(bytes, StandardCharsets.UTF_8)))
                .readObject();
    }
}
