package org.sopan.credential;

import java.math.BigInteger;
import java.util.Base64;

/** Bytes as text that begins with the name of its alphabet, as badges and their keys are written. */
final class Multibase {
    private static final String BITCOIN = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(BITCOIN.length());
    private static final byte[] ED25519_PUBLIC = {(byte) 0xed, 0x01};

    private Multibase() {}

    /** {@code z} and base 58 in Bitcoin's alphabet. */
    static String base58(byte[] bytes) {
        StringBuilder digits = new StringBuilder();
        for (BigInteger rest = new BigInteger(1, bytes); rest.signum() > 0; rest = rest.divide(BASE)) {
            digits.append(BITCOIN.charAt(rest.mod(BASE).intValue()));
        }
        for (int i = 0; i < bytes.length && bytes[i] == 0; i++) {
            digits.append(BITCOIN.charAt(0));
        }
        return "z" + digits.reverse();
    }

    /** {@code u} and base 64 for addresses. */
    static String base64url(byte[] bytes) {
        return "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** An Ed25519 key as a Multikey (W3C Controlled Identifiers). */
    static String multikey(String x) {
        byte[] key = Base64.getUrlDecoder().decode(x);
        byte[] whole = new byte[ED25519_PUBLIC.length + key.length];
        System.arraycopy(ED25519_PUBLIC, 0, whole, 0, ED25519_PUBLIC.length);
        System.arraycopy(key, 0, whole, ED25519_PUBLIC.length, key.length);
        return base58(whole);
    }
}
