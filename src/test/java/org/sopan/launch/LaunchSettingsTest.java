package org.sopan.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaunchSettingsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private final Properties system = new Properties();

    @BeforeEach
    void theLeastThatIsNeeded() throws IOException {
        Files.createDirectories(folder.resolve("courses"));
        Files.writeString(folder.resolve("empty.properties"), "");
        environment.put("SOPAN_CONFIG", folder.resolve("empty.properties").toString());
        environment.put("SOPAN_URL", "https://sopan.example.org/");
    }

    @Test
    void listensOnLoopbackUnlessToldOtherwise() {
        LaunchSettings settings = read();
        assertThat(settings.place())
                .isEqualTo(new LaunchSettings.Place(
                        "127.0.0.1", 8080, Path.of("data").toAbsolutePath()));
        assertThat(settings.demo()).isFalse();
        assertThat(settings.url()).hasToString("https://sopan.example.org");
        assertThat(settings.courses()).isEqualTo(folder.resolve("courses"));
    }

    @Test
    void takesPropertiesBeforeTheEnvironmentAndThisBeforeTheFile() throws IOException {
        file("sopan.port=1001\nsopan.data=" + folder.resolve("from-file") + "\nsopan.mail.from=a@example.org\n");
        environment.put("SOPAN_PORT", "1002");
        assertThat(read().place().port()).isEqualTo(1002);
        system.setProperty("sopan.port", " 1003 ");
        assertThat(read().place().port()).isEqualTo(1003);
        assertThat(read().place().data()).isEqualTo(folder.resolve("from-file"));
    }

    @Test
    void handsOnWhatStandsInTheFileAndTheDefaults() throws IOException {
        file("sopan.mail.from=a@example.org\nsopan.session.hours=3\n");
        environment.put("SOPAN_SESSION_HOURS", "4");
        SettingSources sources = SettingSources.of(environment, system);
        LaunchSettings settings = LaunchSettings.of(sources, folder);
        sources.handOn();
        settings.handOn(system);
        assertThat(system)
                .containsEntry("sopan.mail.from", "a@example.org")
                .containsEntry("sopan.session.hours", "4")
                .containsEntry("sopan.port", "8080")
                .containsEntry("sopan.courses", folder.resolve("courses").toString());
    }

    @Test
    void givesTheDemoItsOwnAddress() {
        environment.remove("SOPAN_URL");
        system.setProperty("sopan.demo", "true");
        system.setProperty("sopan.port", "9000");
        assertThat(read().url()).hasToString("http://127.0.0.1:9000");
        assertThat(read().demo()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0", "192.0.2.1"})
    void keepsTheDemoOnLoopback(String address) {
        system.setProperty("sopan.demo", "true");
        environment.put("SOPAN_ADDRESS", address);
        assertRefused("sopan.address=" + address + ": the demo listens on a loopback address only");
    }

    @Test
    void asksForTheAddressPeopleOpen() {
        environment.remove("SOPAN_URL");
        assertRefused("sopan.url is missing: the address people open, such as https://sopan.example.org");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sopan.port | 0 | sopan.port=0 is not a port between 1 and 65535",
                "sopan.port | 65536 | sopan.port=65536 is not a port between 1 and 65535",
                "sopan.port | http | sopan.port=http is not a port between 1 and 65535",
                "sopan.url | sopan.example.org | sopan.url=sopan.example.org is not an http or https address",
                "sopan.url | ftp://sopan.example | sopan.url=ftp://sopan.example is not an http or https address",
                "sopan.url | https://a.example/?x=1 | sopan.url=https://a.example/?x=1 is not an http or https address",
                "sopan.url | two words | sopan.url=two words is not an http or https address",
                "sopan.demo | yes | sopan.demo=yes is neither true nor false",
                "sopan.demo | 1 | sopan.demo=1 is neither true nor false",
                "sopan.courses | /no/such/folder | sopan.courses=/no/such/folder is not a folder"
            })
    void namesWhatIsWrongInOneLine(String name, String value, String line) {
        system.setProperty(name, value);
        assertRefused(line);
    }

    @Test
    void refusesANamedFileThatIsNotThere() {
        Path missing = folder.resolve("missing.properties");
        environment.put("SOPAN_CONFIG", missing.toString());
        Refusal refusal = catchThrowableOfType(Refusal.class, this::read);
        assertThat(refusal.line())
                .startsWith("sopan.config=" + missing + " cannot be read")
                .doesNotContain("\n");
    }

    private void file(String text) throws IOException {
        Files.writeString(folder.resolve("empty.properties"), text);
    }

    private LaunchSettings read() {
        return LaunchSettings.of(SettingSources.of(environment, system), folder);
    }

    private void assertRefused(String line) {
        assertThatThrownBy(this::read).isInstanceOf(Refusal.class).hasMessage(line);
    }
}
