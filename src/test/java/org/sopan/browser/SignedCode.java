package org.sopan.browser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.Deflater;

/** What follows the address in a QR code, made as docs/verification.md describes it, and by none of the application. */
record SignedCode(PrivateKey key, String kid) {

    /** Signs as the server does whose data folder this is. */
    static SignedCode as(Path data, String kid) {
        try {
            String inside = Files.readString(data.resolve("keys/signing.pem")).replaceAll("-----[A-Z ]+-----|\\s", "");
            return new SignedCode(
                    KeyFactory.getInstance("Ed25519")
                            .generatePrivate(
                                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(inside))),
                    kid);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signs with a key of nobody's, under this name. */
    static SignedCode asAForger(String kid) {
        try {
            return new SignedCode(
                    KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate(), kid);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String of(String json) {
        String message = base64url(bytes("{\"alg\":\"EdDSA\",\"kid\":\"" + kid + "\",\"zip\":\"DEF\"}")) + "."
                + base64url(deflated(json));
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(bytes(message));
            StringBuilder digits = new StringBuilder();
            for (char letter : (message + "." + base64url(signature.sign())).toCharArray()) {
                digits.append("%02d".formatted(letter - 45));
            }
            return digits.toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] deflated(String json) {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(bytes(json));
        deflater.finish();
        byte[] room = new byte[4096];
        int length = deflater.deflate(room);
        deflater.end();
        return Arrays.copyOf(room, length);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String base64url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
