package org.sopan.launch;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The settings needed before the server exists. System properties win over environment variables, these over the file
 * named by {@code sopan.config}. What was read from the file or defaulted is handed on as system properties, so that
 * MicroProfile Config in the application sees the same values.
 */
record LaunchSettings(boolean demo, String address, int port, Path data, Path courses, URI url) {

    static LaunchSettings read(Map<String, String> environment, Properties system, Path jarFolder) {
        Lookup lookup = new Lookup(environment, system, file(environment, system));
        boolean demo = Boolean.parseBoolean(lookup.or("sopan.demo", "false"));
        String address = lookup.or("sopan.address", "127.0.0.1");
        int port = port(lookup.or("sopan.port", "8080"));
        Path data = Path.of(lookup.or("sopan.data", "data")).toAbsolutePath().normalize();
        Path courses = courses(lookup.get("sopan.courses"), jarFolder);
        if (demo && !isLoopback(address)) {
            throw new Refusal("sopan.address=" + address + ": the demo listens on a loopback address only");
        }
        String url = lookup.get("sopan.url");
        if (url == null && !demo) {
            throw new Refusal("sopan.url is missing: the address people open, such as https://sopan.example.org");
        }
        LaunchSettings settings = new LaunchSettings(
                demo, address, port, data, courses, url(url == null ? "http://127.0.0.1:" + port : url));
        lookup.handOn();
        settings.handOn(system);
        return settings;
    }

    private void handOn(Properties system) {
        system.setProperty("sopan.demo", Boolean.toString(demo));
        system.setProperty("sopan.address", address);
        system.setProperty("sopan.port", Integer.toString(port));
        system.setProperty("sopan.data", data.toString());
        system.setProperty("sopan.courses", courses.toString());
        system.setProperty("sopan.url", url.toString());
    }

    private static Properties file(Map<String, String> environment, Properties system) {
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

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text.strip());
            if (port > 0 && port < 65536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // refused below like a number out of range
        }
        throw new Refusal("sopan.port=" + text + " is not a port between 1 and 65535");
    }

    private static URI url(String text) {
        try {
            URI url = new URI(text.strip().replaceAll("/+$", ""));
            boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (web && url.getHost() != null && url.getRawQuery() == null && url.getRawFragment() == null) {
                return url;
            }
        } catch (URISyntaxException e) {
            // refused below like any other address that is not a web address
        }
        throw new Refusal("sopan.url=" + text + " is not an http or https address");
    }

    private static Path courses(@Nullable String named, Path jarFolder) {
        if (named != null) {
            Path folder = Path.of(named).toAbsolutePath().normalize();
            if (Files.isDirectory(folder)) {
                return folder;
            }
            throw new Refusal("sopan.courses=" + named + " is not a folder");
        }
        for (Path place : new Path[] {jarFolder, Path.of("")}) {
            Path folder = place.resolve("courses").toAbsolutePath().normalize();
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        throw new Refusal("there is no folder courses beside the jar; name one with sopan.courses");
    }

    static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new Refusal("sopan.address=" + address + " is not an address of this machine");
        }
    }

    /** One name in its three places. */
    private record Lookup(Map<String, String> environment, Properties system, Properties file) {
        @Nullable
        String get(String name) {
            String value = system.getProperty(name);
            if (value == null) {
                value = environment.get(name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"));
            }
            if (value == null) {
                value = file.getProperty(name);
            }
            return value == null || value.isBlank() ? null : value.strip();
        }

        String or(String name, String fallback) {
            String value = get(name);
            return value == null ? fallback : value;
        }

        void handOn() {
            for (String name : file.stringPropertyNames()) {
                String value = get(name);
                if (value != null && name.startsWith("sopan.")) {
                    system.setProperty(name, value);
                }
            }
        }
    }
}
