package org.sopan.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sopan.platform.Settings;
import org.sopan.shared.DomainException;
import org.sopan.shared.Language;
import org.sopan.testing.FixedConfig;

/** Every template in both languages, as its reader sees it. */
class TemplatesTest {
    private static final Path FOLDER = Path.of("src/main/resources/org/sopan/mail/templates");
    private static final Pattern ELEMENT = Pattern.compile("<(/?)([a-z0-9!]+)([^>]*)>");
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
    private static final Pattern LATIN_DIGITS = Pattern.compile("[0-9]");
    private final PreviewMail preview = new PreviewMail(
            new Templates(),
            new Settings(FixedConfig.of(Map.of("sopan.url", "https://sopan.example"))),
            Clock.fixed(Instant.parse("2026-11-22T04:00:00Z"), ZoneOffset.UTC));

    static Stream<Arguments> all() {
        return Templates.NAMES.stream()
                .flatMap(name -> Stream.of(Language.values()).map(language -> Arguments.of(name, language)));
    }

    @Test
    void everyFileIsNamedAndHasBothLanguagesAndASample() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> expected = Templates.NAMES.stream()
                    .flatMap(name -> Stream.of(name + ".bn.txt", name + ".en.txt", name + ".sample.json"))
                    .toList();
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void isWholeAndHasASubject(String name, Language language) {
        MailText text = preview.of(name, language);
        assertThat(text.subject()).isNotBlank().hasSizeLessThan(120);
        assertThat(text.text()).isNotBlank().endsWith("\n");
        assertThat(text.subject() + text.text() + text.html()).doesNotContain("{{", "}}", "null");
    }

    @ParameterizedTest
    @MethodSource("all")
    void saysTheSameInTextAndInHtml(String name, Language language) {
        MailText text = preview.of(name, language);
        String body = text.html().substring(text.html().indexOf("<body"));
        assertThat(words(ELEMENT.matcher(body)
                        .replaceAll(" ")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&amp;", "&")))
                .isEqualTo(words(text.text()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void isPlainEnoughForEveryMailProgram(String name, Language language) {
        String html = preview.of(name, language).html();
        assertThat(html).contains("<html lang=\"" + language.code() + "\">");
        assertThat(new TreeSet<>(ELEMENT.matcher(html)
                        .results()
                        .map(match -> match.group(2))
                        .toList()))
                .isSubsetOf("!doctype", "html", "head", "meta", "title", "body", "p", "br", "a");
        assertThat(ELEMENT.matcher(html).results().map(match -> match.group(3)).filter(more -> more.contains("style")))
                .singleElement()
                .asString()
                .contains("max-width:560px")
                .doesNotContain("url(", "position", "float", "background");
    }

    @ParameterizedTest
    @MethodSource("all")
    void showsEveryAddressThatItLinksTo(String name, Language language) {
        MailText text = preview.of(name, language);
        List<String> links = Pattern.compile("<a href=\"([^\"]+)\">([^<]+)</a>")
                .matcher(text.html())
                .results()
                .peek(link -> assertThat(link.group(2)).isEqualTo(link.group(1)))
                .map(link -> link.group(1))
                .toList();
        assertThat(links)
                .containsExactlyElementsOf(ADDRESS.matcher(text.text())
                        .results()
                        .map(MatchResult::group)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("all")
    void isAFileThatAMailProgramOpens(String name, Language language) throws Exception {
        MimeMessage mail = new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(preview.file(name, language)));
        MailText text = preview.of(name, language);
        assertThat(mail.getSubject()).isEqualTo(text.subject());
        assertThat(mail.getHeader("Content-Language", null)).isEqualTo(language.code());
        Multipart both = (Multipart) mail.getContent();
        assertThat(both.getBodyPart(0).getContent().toString().replace("\r\n", "\n"))
                .isEqualTo(text.text());
        assertThat(both.getBodyPart(1).getContentType()).startsWith("text/html");
    }

    @Test
    void speaksBanglaWithBanglaDigits() {
        for (String name : Templates.NAMES) {
            String text = preview.of(name, Language.BN).text();
            Matcher digits = LATIN_DIGITS.matcher(text.replaceAll("\\S*(https?:|@|[A-Z0-9]{4}-)\\S*", ""));
            assertThat(digits.find()).as(text).isFalse();
        }
    }

    @Test
    void doesNotTakeAReadersWordsForMarkup() {
        MailText text = new Templates()
                .render(
                        "correction-declined",
                        Language.EN,
                        Map.of("name", "<b>&\"{{note}}", "note", "<img src=x onerror=alert(1)>"));
        assertThat(text.html()).contains("&lt;b&gt;&amp;&quot;{{note}}").doesNotContain("<img", "<b>");
        assertThat(text.text()).contains("<b>&\"{{note}}");
    }

    @Test
    void knowsNoOther() {
        assertThatThrownBy(() -> preview.of("../../x", Language.EN)).isInstanceOf(DomainException.NotFound.class);
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
