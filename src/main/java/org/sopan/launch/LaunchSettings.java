package org.sopan.launch;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What must be right before the server is started. */
record LaunchSettings(Place place, boolean demo, Path courses, URI url) {

    /** Where a server is: all that the commands for a running or stopped one need. */
    record Place(String address, int port, Path data) {
        static Place of(SettingSources sources) {
            return new Place(
                    sources.or("sopan.address", "127.0.0.1"),
                    portOf(sources.or("sopan.port", "8080")),
                    Path.of(sources.or("sopan.data", "data")).toAbsolutePath().normalize());
        }
    }

    static LaunchSettings of(SettingSources sources, Path jarFolder) {
        Place place = Place.of(sources);
        boolean demo = flag("sopan.demo", sources.or("sopan.demo", "false"));
        if (demo && !isLoopback(place.address())) {
            throw new Refusal("sopan.address=" + place.address() + ": the demo listens on a loopback address only");
        }
        String url = sources.get("sopan.url");
        if (url == null && !demo) {
            throw new Refusal("sopan.url is missing: the address people open, such as https://sopan.example.org");
        }
        return new LaunchSettings(
                place,
                demo,
                courses(sources.get("sopan.courses"), jarFolder),
                urlOf(url == null ? "http://127.0.0.1:" + place.port() : url));
    }

    /** Lets the application see the same values, the defaults included. */
    void handOn(Properties system) {
        system.setProperty("sopan.demo", Boolean.toString(demo));
        system.setProperty("sopan.address", place.address());
        system.setProperty("sopan.port", Integer.toString(place.port()));
        system.setProperty("sopan.data", place.data().toString());
        system.setProperty("sopan.courses", courses.toString());
        system.setProperty("sopan.url", url.toString());
    }

    private static boolean flag(String name, String text) {
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return Boolean.parseBoolean(text);
        }
        throw new Refusal(name + "=" + text + " is neither true nor false");
    }

    private static int portOf(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port < 65536) {
                return port;
            }
        } catch (NumberFormatException e) {
            // refused below like a number out of range
        }
        throw new Refusal("sopan.port=" + text + " is not a port between 1 and 65535");
    }

    private static URI urlOf(String text) {
        try {
            URI url = new URI(text.replaceAll("/+$", ""));
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

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new Refusal("sopan.address=" + address + " is not an address of this machine");
        }
    }
}
