package org.sopan.mail;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sopan.shared.Language;

/**
 * Texts of messages: {@code templates/NAME.bn.txt} and {@code .en.txt}, Mustache. The first line is the subject; each
 * paragraph of the rest becomes one of the HTML part, a paragraph that is an address becomes a link.
 */
@ApplicationScoped
public class Templates {
    private final Map<String, Template> compiled = new ConcurrentHashMap<>();

    public MailText render(String name, Language language, Map<String, String> data) {
        String whole = compiled.computeIfAbsent(name + "." + language.code(), Templates::compile)
                .execute(data)
                .strip();
        int end = whole.indexOf('\n');
        String text = whole.substring(end + 1).strip();
        return new MailText(whole.substring(0, end).strip(), text + "\n", html(text, language));
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

    private static String html(String text, Language language) {
        StringBuilder html = new StringBuilder("<!doctype html><html lang=\"")
                .append(language.code())
                .append("\"><body style=\"font-family:sans-serif;font-size:16px;line-height:1.6;max-width:36em\">\n");
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
