package org.sopan.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sopan.testing.FixedConfig;

class SettingsTest {
    private static final Map<String, String> URL = Map.of("sopan.url", "https://sopan.example.org/training/");

    @Test
    void needsNothingButTheAddress() {
        Settings settings = of(URL);
        assertThatCode(settings::check).doesNotThrowAnyException();
        assertThat(settings.url()).hasToString("https://sopan.example.org/training");
        assertThat(settings.overTls()).isTrue();
        assertThat(settings.demo()).isFalse();
        assertThat(settings.smtp()).isEmpty();
        assertThat(settings.proxies()).isEmpty();
        assertThat(settings.sessionLength()).isEqualTo(Duration.ofHours(12));
        assertThat(settings.rosterUndo()).isEqualTo(Duration.ofMinutes(10));
        assertThat(of(with("sopan.roster.undo.minutes", "0")).rosterUndo()).isZero();
    }

    @Test
    void refusesAMissingAddress() {
        assertRefused(Map.of(), "sopan.url is missing");
        assertRefused(Map.of("sopan.url", "  "), "sopan.url is missing");
    }

    @Test
    void refusesANameThatIsNoSetting() {
        assertRefused(with("sopan.foo", "1"), "sopan.foo is not a setting");
        assertThatCode(of(with("other.foo", "1"))::check).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sopan.url | not an address | sopan.url=not an address is not an http or https address",
                "sopan.url | sopan.example.org | sopan.url=sopan.example.org is not an http or https address",
                "sopan.url | ftp://sopan.example.org | sopan.url=ftp://sopan.example.org is not an http or https address",
                "sopan.proxies | 10.0.0.1, not an address | sopan.proxies: not an address is not an address",
                "sopan.session.hours | 0 | sopan.session.hours=0 is not a whole number above zero",
                "sopan.session.hours | -1 | sopan.session.hours=-1 is not a whole number above zero",
                "sopan.invitation.days | many | sopan.invitation.days=many is not a whole number above zero",
                "sopan.reset.hours | 1.5 | sopan.reset.hours=1.5 is not a whole number above zero",
                "sopan.reminder.days | 0 | sopan.reminder.days=0 is not a whole number above zero",
                "sopan.reminder.hour | 24 | sopan.reminder.hour=24 is not an hour from 0 to 23",
                "sopan.roster.undo.minutes | -1 | sopan.roster.undo.minutes=-1 is not a whole number above zero",
                "sopan.demo | yes | sopan.demo=yes is neither true nor false",
                "sopan.demo.history | on | sopan.demo.history=on is neither true nor false",
                "sopan.demo.history | '' | sopan.demo.history is missing",
                "sopan.session.hours | '' | sopan.session.hours is missing",
                "sopan.mail.from | nobody at all | sopan.mail.from=nobody at all is not an e-mail address"
            })
    void namesWhatIsWrongInOneLine(String name, String value, String line) {
        assertRefused(with(name, value), line);
    }

    @Test
    void readsTheMailServer() {
        Settings settings = of(Map.of(
                "sopan.url", "http://127.0.0.1:8080",
                "sopan.smtp.host", "mail.example.org",
                "sopan.smtp.security", "TLS",
                "sopan.smtp.port", "465",
                "sopan.smtp.user", "sopan"));
        assertThat(settings.smtp())
                .contains(new Settings.Smtp("mail.example.org", 465, Settings.Smtp.Security.TLS, "sopan", null));
        assertThat(settings.overTls()).isFalse();
    }

    @Test
    void checksTheMailServerBeforeItsFirstUse() {
        assertRefused(
                Map.of(
                        "sopan.url", "http://127.0.0.1:8080",
                        "sopan.smtp.host", "mail.example.org",
                        "sopan.smtp.security", "maybe"),
                "sopan.smtp.security=maybe is none of starttls, tls, plain");
        assertRefused(
                Map.of(
                        "sopan.url", "http://127.0.0.1:8080",
                        "sopan.smtp.host", "mail.example.org",
                        "sopan.smtp.port", "smtp"),
                "sopan.smtp.port=smtp is not a whole number above zero");
    }

    private static void assertRefused(Map<String, String> set, String line) {
        assertThatThrownBy(of(set)::check).isInstanceOf(Settings.Wrong.class).hasMessage(line);
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> set = new java.util.HashMap<>(URL);
        set.put(name, value);
        return set;
    }

    private static Settings of(Map<String, String> set) {
        return new Settings(FixedConfig.of(set));
    }
}
