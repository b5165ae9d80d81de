package org.sopan.testing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;

/** Settings from a map, over the defaults that are packed with the application. */
public final class FixedConfig implements Config {
    private final Map<String, String> values;

    private FixedConfig(Map<String, String> values) {
        this.values = values;
    }

    public static FixedConfig of(Map<String, String> set) {
        Map<String, String> values = new TreeMap<>(Map.of(
                "sopan.demo", "false",
                "sopan.data", "data",
                "sopan.courses", "courses",
                "sopan.session.hours", "12",
                "sopan.invitation.days", "14",
                "sopan.reset.hours", "2",
                "sopan.roster.undo.minutes", "10",
                "sopan.smtp.port", "587",
                "sopan.smtp.security", "starttls",
                "sopan.mail.from", "Sopan <sopan@localhost>"));
        values.putAll(set);
        return new FixedConfig(values);
    }

    @Override
    public <T> T getValue(String name, Class<T> type) {
        return getOptionalValue(name, type).orElseThrow();
    }

    @Override
    public <T> Optional<T> getOptionalValue(String name, Class<T> type) {
        String value = values.get(name);
        return Optional.ofNullable(value).map(text -> type.cast(type == Boolean.class ? Boolean.valueOf(text) : text));
    }

    @Override
    public Iterable<String> getPropertyNames() {
        return values.keySet();
    }

    @Override
    public ConfigValue getConfigValue(String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Iterable<ConfigSource> getConfigSources() {
        return List.of();
    }

    @Override
    public <T> Optional<Converter<T>> getConverter(Class<T> type) {
        return Optional.empty();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        throw new UnsupportedOperationException();
    }
}
