package org.sopan.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sopan.platform.Settings;
import org.sopan.shared.DomainException;
import org.sopan.shared.Language;

/** Each message as its reader would see it, filled with what {@code templates/NAME.sample.json} invents. */
@ApplicationScoped
public class PreviewMail {
    private static final String READER = "rahima@sopan.example";
    private final Templates templates;
    private final Settings settings;
    private final Clock clock;

    @Inject
    public PreviewMail(Templates templates, Settings settings, Clock clock) {
        this.templates = templates;
        this.settings = settings;
        this.clock = clock;
    }

    public List<String> names() {
        return Templates.NAMES;
    }

    public MailText of(String name, Language language) {
        if (!Templates.NAMES.contains(name)) {
            throw new DomainException.NotFound("unknown-template");
        }
        return templates.render(name, language, sample(name, language));
    }

    /** The same as a file that mail programs open. */
    public byte[] file(String name, Language language) {
        return MimeLetter.bytes(
                new MimeLetter.Envelope(
                        "<preview-" + name + "@" + settings.url().getHost() + ">",
                        settings.mailFrom(),
                        READER,
                        clock.instant(),
                        language,
                        null),
                of(name, language),
                null);
    }

    private static Map<String, String> sample(String name, Language language) {
        try (InputStream in = PreviewMail.class.getResourceAsStream("templates/" + name + ".sample.json")) {
            if (in == null) {
                throw new IllegalStateException("no sample for " + name);
            }
            try (JsonReader reader = Json.createReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                JsonObject fields = reader.readObject().getJsonObject(language.code());
                Map<String, String> data = new HashMap<>();
                fields.keySet().forEach(key -> data.put(key, fields.getString(key)));
                return data;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
