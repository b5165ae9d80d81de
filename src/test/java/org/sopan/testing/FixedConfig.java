package org.sopan.testing;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;

/** Settings from a map, over the defaults that are packed with the application. */
public final class FixedConfig implements Config {
    private static final Path DEFAULTS = Path.of("src/main/resources/META-INF/microprofile-config.properties");
    private final Map<String, String> values;

    private FixedConfig(Map<String, String> values) {
        this.values = values;
    }

    public static FixedConfig of(Map<String, String> set) {
        Map<String, String> values = new TreeMap<>(packed());
        values.putAll(set);
        return new FixedConfig(values);
    }

    private static Map<String, String> packed() {
        Properties packed = new Properties();
        try (Reader file = Files.newBufferedReader(DEFAULTS)) {
            packed.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.stringPropertyNames().stream().collect(Collectors.toMap(name -> name, packed::getProperty));
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
