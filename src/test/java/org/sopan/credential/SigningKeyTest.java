package org.sopan.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sopan.testing.AtOnce;

class SigningKeyTest {
    /** The private key of RFC 8037, appendix A.1. */
    private static final String RFC_8037 = pem("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Test
    void isNamedByItsThumbprint() {
        SigningKey key = SigningKey.read(RFC_8037);
        assertThat(key.published().x()).isEqualTo("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
        assertThat(key.kid())
                .as("appendix A.3")
                .isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k".substring(0, 8));
    }

    @Test
    void signsWhatAnotherImplementationVerifies() throws GeneralSecurityException {
        SigningKey key = SigningKey.read(SigningKey.draw());
        byte[] message = "সনদ".getBytes(StandardCharsets.UTF_8);
        byte[] signature = key.sign(message);
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(publicKey(key.published()));
        verifier.update(message);
        assertThat(verifier.verify(signature)).isTrue();
    }

    @Test
    void isReadAsPemOrAsTheBase64InIt() {
        String kid = SigningKey.read(RFC_8037).kid();
        String inside = RFC_8037.lines().skip(1).findFirst().orElseThrow();
        assertThat(SigningKey.read(inside).kid()).isEqualTo(kid);
        assertThat(SigningKey.read(RFC_8037.replace("\n", "\\n")).kid()).isEqualTo(kid);
    }

    @Test
    void tellsNothingOfAKeyThatItRefuses() throws GeneralSecurityException {
        String rsa = Base64.getEncoder()
                .encodeToString(KeyPairGenerator.getInstance("RSA")
                        .generateKeyPair()
                        .getPrivate()
                        .getEncoded());
        for (String refused : new String[] {rsa, "secret", "", RFC_8037.substring(0, 60)}) {
            assertThatThrownBy(() -> SigningKey.read(refused))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("no Ed25519 private key in PKCS #8")
                    .hasNoCause();
        }
        assertThat(SigningKey.read(RFC_8037).toString()).isEqualTo("signing key kPrK_qmx");
    }

    @Test
    void isMadeOnceForItsOwnerAlone() throws IOException {
        KeyFile file = new KeyFile(data);
        assertThat(file.read()).isEmpty();
        SigningKey made = file.make();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
        assertThat(file.make().kid()).isEqualTo(made.kid());
        assertThat(file.read().orElseThrow().kid()).isEqualTo(made.kid());
        try (Stream<Path> left = Files.list(data.resolve("keys"))) {
            assertThat(left).containsExactly(file.path());
        }
    }

    @Test
    void isOneKeyForAllWhoMakeItAtOnce() {
        Set<String> kids = ConcurrentHashMap.newKeySet();
        Runnable make = () -> kids.add(new KeyFile(data).make().kid());
        AtOnce.run(make, make, make, make);
        assertThat(kids).hasSize(1);
    }

    @Test
    void leavesNoHalfKeyBehindAPowerCut() throws IOException {
        Path keys = Files.createDirectories(data.resolve("keys"));
        Files.writeString(keys.resolve("signing123.part"), RFC_8037.substring(0, 50));
        KeyFile file = new KeyFile(data);
        assertThat(file.read()).as("what was not finished was never the key").isEmpty();
        assertThat(file.make().kid()).isNotEqualTo("kPrK_qmx");
    }

    @Test
    void isNotReadFromADamagedFile() throws IOException {
        KeyFile file = new KeyFile(data);
        Files.createDirectories(file.path().resolveSibling("."));
        Files.writeString(file.path(), RFC_8037.substring(0, 60));
        assertThatThrownBy(file::read).hasMessage(file.path() + " cannot be used: no Ed25519 private key in PKCS #8");
    }

    static PublicKey publicKey(SigningKey.PublicKey key) throws GeneralSecurityException {
        byte[] x = Base64.getUrlDecoder().decode(key.x());
        byte[] head = HexFormat.of().parseHex("302a300506032b6570032100");
        byte[] whole = new byte[head.length + x.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(x, 0, whole, head.length, x.length);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(whole));
    }

    private static String pem(String secret) {
        byte[] head = HexFormat.of().parseHex("302e020100300506032b657004220420");
        byte[] seed = Base64.getUrlDecoder().decode(secret);
        byte[] whole = new byte[head.length + seed.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(seed, 0, whole, head.length, seed.length);
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getEncoder().encodeToString(whole)
                + "\n-----END PRIVATE KEY-----\n";
    }
}
