package org.sopan.mail;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sopan.shared.Language;

/**
 * Texts of messages: {@code templates/NAME.bn.txt} and {@code .en.txt}, Mustache. The first line is the subject; each
 * paragraph of the rest becomes one of the HTML part, a paragraph that is an address becomes a link.
 */
@ApplicationScoped
public class Templates {
    private static final String STYLE =
            "font-family:sans-serif;font-size:16px;line-height:1.6;max-width:560px;margin:16px";

    /** Every template there is. */
    static final List<String> NAMES = List.of(
            "activated",
            "announcement",
            "certificate",
            "certificate-replaced",
            "certificate-revoked",
            "correction-accepted",
            "correction-declined",
            "email-change-new",
            "email-change-old",
            "email-changed",
            "email-known",
            "invitation",
            "nudge",
            "password-reset",
            "record-merged",
            "reminder",
            "transfer-accepted",
            "transfer-asked",
            "transfer-declined");

    private final Map<String, Template> compiled = new ConcurrentHashMap<>();

    public MailText render(String name, Language language, Map<String, String> data) {
        String whole = compiled.computeIfAbsent(name + "." + language.code(), Templates::compile)
                .execute(data)
                .strip();
        int end = whole.indexOf('\n');
        String text = whole.substring(end + 1).strip();
        String subject = whole.substring(0, end).strip();
        return new MailText(subject, text + "\n", html(subject, text, language));
    }

    private static Template compile(String file) {
        try (InputStream in = Templates.class.getResourceAsStream("templates/" + file + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("no mail template " + file);
            }
            return Mustache.compiler().escapeHTML(false).compile(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Plain enough for every mail program: paragraphs and links, no pictures, nothing that is fetched. */
    private static String html(String subject, String text, Language language) {
        StringBuilder html = new StringBuilder("<!doctype html>\n<html lang=\"")
                .append(language.code())
                .append("\"><head><meta charset=\"utf-8\"><title>")
                .append(escape(subject))
                .append("</title></head>\n<body style=\"" + STYLE + "\">\n");
        for (String paragraph : text.split("\\n\\s*\\n")) {
            String escaped = escape(paragraph.strip());
            html.append("<p>")
                    .append(
                            escaped.matches("https?://\\S+")
                                    ? "<a href=\"" + escaped + "\">" + escaped + "</a>"
                                    : escaped.replace("\n", "<br>"))
                    .append("</p>\n");
        }
        return html.append("</body></html>\n").toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
