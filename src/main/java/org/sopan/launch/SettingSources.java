package org.sopan.launch;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Settings before the server exists. System properties win over environment variables, these over the file named by
 * {@code sopan.config}, which is {@code sopan.properties} in the working directory when it is there.
 */
record SettingSources(Map<String, String> environment, Properties system, Properties file) {

    static SettingSources of(Map<String, String> environment, Properties system) {
        return new SettingSources(environment, system, read(environment, system));
    }

    @Nullable
    String get(String name) {
        String value = system.getProperty(name);
        if (value == null) {
            value = environment.get(name.toUpperCase(Locale.ROOT).replace('.', '_'));
        }
        if (value == null) {
            value = file.getProperty(name);
        }
        return value == null || value.isBlank() ? null : value.strip();
    }

    String or(String name, String otherwise) {
        String value = get(name);
        return value == null ? otherwise : value;
    }

    /** Makes what stands in the file visible to the application, as system properties. */
    void handOn() {
        for (String name : file.stringPropertyNames()) {
            String value = get(name);
            if (value != null) {
                system.setProperty(name, value);
            }
        }
    }

    private static Properties read(Map<String, String> environment, Properties system) {
        Properties file = new Properties();
        String named = system.getProperty("sopan.config", environment.get("SOPAN_CONFIG"));
        Path path = Path.of(named == null ? "sopan.properties" : named);
        if (named == null && !Files.exists(path)) {
            return file;
        }
        try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            file.load(reader);
            return file;
        } catch (IOException | IllegalArgumentException e) {
            throw new Refusal("sopan.config=" + path + " cannot be read: " + e.getMessage());
        }
    }
}
