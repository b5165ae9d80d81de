package org.sopan.plugins.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sopan.spi.message.MessageChannel.Line;
import org.sopan.spi.message.MessageChannel.ServerTrouble;
import org.sopan.spi.message.MessageChannelContract;
import org.sopan.spi.message.Outcome.Kind;

/** The server must show a certificate that is believed, with the name it was called by. */
class TlsTest {
    private static final String PASSWORD = "changeit";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @BeforeAll
    static void makeCertificates() throws Exception {
        make("right", "SAN=ip:127.0.0.1");
        make("elsewhere", "SAN=dns:mail.elsewhere.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"starttls", "tls"})
    void sendsToAServerWhoseCertificateIsBelieved(String security) throws Exception {
        try (ScriptedServer server = server("right", security);
                Line line = open(server, security, "right")) {
            assertThat(line.send(MessageChannelContract.message(1)).kind()).isEqualTo(Kind.DELIVERED);
            assertThat(server.taken).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"starttls", "tls"})
    void saysNothingToAServerWhoseCertificateNobodyVouchesFor(String security) throws Exception {
        try (ScriptedServer server = server("right", security)) {
            assertThatThrownBy(() -> open(server, security, null).close())
                    .isInstanceOf(ServerTrouble.class)
                    .hasMessageContaining("unable to find valid certification path");
            assertThatThrownBy(() -> open(server, security, "elsewhere").close())
                    .isInstanceOf(ServerTrouble.class)
                    .hasMessageContaining("unable to find valid certification path");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"starttls", "tls"})
    void saysNothingToAServerWithTheCertificateOfAnother(String security) throws Exception {
        try (ScriptedServer server = server("elsewhere", security)) {
            assertThatThrownBy(() -> open(server, security, "elsewhere").close())
                    .isInstanceOf(ServerTrouble.class)
                    .hasMessageContaining("127.0.0.1");
            assertThat(server.taken).isEmpty();
        }
    }

    @Test
    void namesAnAuthorityThatIsNone() throws IOException {
        Path file = Files.writeString(folder.resolve("none.pem"), "no certificate");
        try (ScriptedServer server = new ScriptedServer()) {
            assertThatThrownBy(() -> new SmtpChannel()
                            .open(server.surroundings("starttls", Map.of("sopan.smtp.authority", file.toString())))
                            .close())
                    .isInstanceOf(ServerTrouble.class)
                    .hasMessageContaining("sopan.smtp.authority=" + file);
        }
    }

    private static Line open(ScriptedServer server, String security, @Nullable String believed) throws ServerTrouble {
        Map<String, String> more = believed == null
                ? Map.of()
                : Map.of(
                        "sopan.smtp.authority",
                        folder.resolve(believed + ".pem").toString());
        return new SmtpChannel().open(server.surroundings(security, more));
    }

    private static ScriptedServer server(String certificate, String security)
            throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(certificate + ".p12"))) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return new ScriptedServer(context, security.equals("tls"));
    }

    private static void make(String name, String alternative) throws Exception {
        String store = folder.resolve(name + ".p12").toString();
        keytool(
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                name,
                "-dname",
                "CN=" + name,
                "-ext",
                alternative,
                "-validity",
                "36500",
                "-keystore",
                store,
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD);
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                name,
                "-keystore",
                store,
                "-storepass",
                PASSWORD,
                "-file",
                folder.resolve(name + ".pem").toString());
    }

    private static void keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
