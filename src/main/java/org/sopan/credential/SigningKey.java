package org.sopan.credential;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.sopan.platform.Hashes;

/**
 * An Ed25519 key (RFC 8032) that signs certificates. It is named by the first eight characters of its thumbprint (RFC
 * 7638), few enough for a QR code. Its private half never leaves this class but into its file.
 */
final class SigningKey {
    private static final String HEAD = "-----BEGIN PRIVATE KEY-----";
    private static final String FOOT = "-----END PRIVATE KEY-----";
    private final Ed25519PrivateKeyParameters secret;
    private final PublicKey published;

    private SigningKey(Ed25519PrivateKeyParameters secret) {
        this.secret = secret;
        this.published = PublicKey.of(secret.generatePublicKey());
    }

    /** The text of a new key: PKCS #8 as PEM, which OpenSSL reads and writes too. */
    static String draw() {
        try {
            byte[] key = KeyPairGenerator.getInstance("Ed25519")
                    .generateKeyPair()
                    .getPrivate()
                    .getEncoded();
            return HEAD + "\n" + Base64.getEncoder().encodeToString(key) + "\n" + FOOT + "\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK from 15 on has Ed25519", e);
        }
    }

    /**
     * Reads PKCS #8, as PEM or the Base64 inside it alone.
     *
     * @throws IllegalArgumentException when it is none of Ed25519; the message tells nothing of it
     */
    static SigningKey read(String text) {
        String inside = text.replace(HEAD, "").replace(FOOT, "").replaceAll("\\s|\\\\n", "");
        try {
            if (PrivateKeyFactory.createKey(Base64.getDecoder().decode(inside))
                    instanceof Ed25519PrivateKeyParameters secret) {
                return new SigningKey(secret);
            }
        } catch (IOException | RuntimeException e) {
            // refused below like a key of another kind; the cause may quote it
        }
        throw new IllegalArgumentException("no Ed25519 private key in PKCS #8");
    }

    String kid() {
        return published.kid();
    }

    PublicKey published() {
        return published;
    }

    byte[] sign(byte[] message) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, secret);
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }

    /** Says which key it is, and nothing of it. */
    @Override
    public String toString() {
        return "signing key " + kid();
    }

    /**
     * What everyone may know of a key.
     *
     * @param x the 32 bytes of RFC 8032, in base64url as in a JWK (RFC 8037)
     */
    record PublicKey(String kid, String x) {
        private static final int KID_LENGTH = 8;

        static PublicKey of(Ed25519PublicKeyParameters key) {
            String x = base64url(key.getEncoded());
            String thumbed = "{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + x + "\"}";
            return new PublicKey(base64url(sha256(thumbed)).substring(0, KID_LENGTH), x);
        }

        private static byte[] sha256(String text) {
            return HexFormat.of().parseHex(Hashes.sha256(text));
        }

        private static String base64url(byte[] bytes) {
            return new String(Base64.getUrlEncoder().withoutPadding().encode(bytes), StandardCharsets.US_ASCII);
        }
    }
}
