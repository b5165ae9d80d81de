package org.sopan.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.LocalizedText;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The YAML files under {@code seeds/}, packed with the application. */
public final class Seeds {
    private Seeds() {}

    /** The document of this file, such as {@code organizations.yaml}. */
    public static Entry read(String file) {
        try (InputStream in = Seeds.class.getResourceAsStream("/seeds/" + file)) {
            if (in == null) {
                throw new IllegalStateException("seeds/" + file + " is missing");
            }
            return new Entry(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A mapping in a seed file. */
    public record Entry(Map<String, Object> fields) {
        public String text(String name) {
            String text = textOrNull(name);
            if (text == null) {
                throw new IllegalStateException("seed without " + name + ": " + fields);
            }
            return text;
        }

        public @Nullable String textOrNull(String name) {
            Object value = fields.get(name);
            return value == null ? null : value.toString();
        }

        public @Nullable LocalizedText localized(String name) {
            Object value = fields.get(name);
            return value == null ? null : entry(value).localized();
        }

        /** This mapping itself as text in two languages. */
        public LocalizedText localized() {
            return new LocalizedText(textOrNull("en"), textOrNull("bn"));
        }

        public boolean flag(String name, boolean otherwise) {
            Object value = fields.get(name);
            return value == null ? otherwise : (Boolean) value;
        }

        public int number(String name, int otherwise) {
            Object value = fields.get(name);
            return value == null ? otherwise : ((Number) value).intValue();
        }

        public Optional<Entry> find(String name) {
            Object value = fields.get(name);
            return value == null ? Optional.empty() : Optional.of(entry(value));
        }

        /** The texts of a list such as {@code [a, b]}. */
        public List<String> texts(String name) {
            Object value = fields.get(name);
            return value == null
                    ? List.of()
                    : ((List<?>) value).stream().map(String::valueOf).toList();
        }

        public Entry child(String name) {
            return entry(java.util.Objects.requireNonNull(fields.get(name), name));
        }

        public List<Entry> list(String name) {
            Object value = fields.get(name);
            return value == null
                    ? List.of()
                    : ((List<?>) value).stream().map(Seeds.Entry::entry).toList();
        }

        @SuppressWarnings("unchecked")
        private static Entry entry(Object value) {
            return new Entry((Map<String, Object>) value);
        }
    }
}
