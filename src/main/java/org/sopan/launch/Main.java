package org.sopan.launch;

import fish.payara.micro.PayaraMicro;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Starts Sopan; or, with a first argument {@code backup} or {@code restore}, keeps and brings back its data. */
public final class Main {
    /** What the application writes here when it could not start; see {@code org.sopan.platform.Startup}. */
    static final String FAILURE = "sopan.failure";

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        String command = arguments.length == 0 ? "start" : arguments[0];
        try {
            SettingSources sources = SettingSources.of(System.getenv(), System.getProperties());
            switch (command) {
                case "start" -> start(sources);
                case "demo" -> {
                    System.setProperty("sopan.demo", "true");
                    endWithParent();
                    start(sources);
                }
                case "backup" -> Backup.take(LaunchSettings.Place.of(sources), arguments);
                case "restore" -> Backup.restore(LaunchSettings.Place.of(sources), arguments);
                default -> throw new Refusal("usage: java -jar sopan.jar [start | demo | backup FILE | restore FILE]");
            }
        } catch (Refusal refusal) {
            System.err.println((List.of("start", "demo").contains(command) ? "Sopan does not start: " : "Sopan: ")
                    + refusal.line());
            // when the JVM ends, logging forgets its settings, and the server would tell at length that it stopped
            System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
            System.exit(1);
        }
    }

    private static void start(SettingSources sources) throws Exception {
        LaunchSettings settings = LaunchSettings.of(sources, jarFolder());
        LaunchSettings.Place place = settings.place();
        DataFolder data = DataFolder.open(place.data(), settings.demo());
        requireFree(place.address(), place.port());
        sources.handOn();
        settings.handOn(sources.system());
        DatabaseDefaults.handOn(data, sources);
        if (settings.demo()) {
            announceDemo(settings, data, sources.get("sopan.smtp.host"));
        }
        nameJsonProvider();
        PayaraMicro.main(payaraArguments(place).toArray(String[]::new));
        String failure = System.getProperty(FAILURE);
        if (failure != null || System.getProperty("sopan.started") == null) {
            throw new Refusal(failure == null ? "the application was not deployed; the log above says why" : failure);
        }
    }

    /** Named, it is found at once; else every object or array that is built looks through all jars for it. */
    private static void nameJsonProvider() {
        System.setProperty("jakarta.json.provider", "org.eclipse.parsson.JsonProviderImpl");
    }

    /** The demo is a child of the build that started it, and does not outlive it. */
    private static void endWithParent() {
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
    }

    private static void announceDemo(LaunchSettings settings, DataFolder data, @Nullable String smtp) {
        String password = data.demoPassword();
        System.setProperty("sopan.demo.password", password);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (String role : List.of("trainer", "coordinator", "administrator")) {
            out.println(role + " " + role + "@sopan.example " + password);
        }
        out.println(
                smtp == null
                        ? "mail is written as .eml files into " + data.path().resolve("mail")
                        : "mail is sent through " + smtp);
        out.println("open " + settings.url() + "/ when the log says that Sopan is started");
    }

    private static List<String> payaraArguments(LaunchSettings.Place place) throws IOException {
        Path run = RunFolder.open(place.data());
        Path preBoot = run.resolveSibling("pre-boot.txt");
        Files.writeString(preBoot, preBootCommands(place.address()));
        Path logging = run.resolveSibling("logging.properties");
        try (var bundled = Main.class.getResourceAsStream("logging.properties")) {
            Properties properties = new Properties();
            properties.load(bundled);
            try (var out = Files.newOutputStream(logging)) {
                properties.store(out, null);
            }
        }
        return new ArrayList<>(List.of(
                "--port", Integer.toString(place.port()),
                "--prebootcommandfile", preBoot.toString(),
                "--logproperties", logging.toString(),
                "--unpackdir", run.toString(),
                "--nohazelcast", "--disablephonehome"));
    }

    /** Binds the listener to one address and packs what a slow line would feel; JSON of our own comes packed already. */
    private static String preBootCommands(String address) {
        String network = "set configs.config.server-config.network-config.";
        String http = network + "protocols.protocol.http-listener.http.";
        return String.join(
                "\n",
                network + "network-listeners.network-listener.http-listener.address=" + address,
                http + "xpowered-by=false",
                http + "server-header=false",
                http + "compression=on",
                http + "compression-min-size-bytes=1024",
                http + "compressable-mime-type=text/html,text/css,text/javascript,application/javascript,"
                        + "application/json,image/svg+xml,text/csv",
                "");
    }

    private static void requireFree(String address, int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(address), port));
        } catch (IOException e) {
            throw new Refusal("port " + port + " on " + address
                    + " is taken or not ours; name another with sopan.port (" + e.getMessage() + ")");
        }
    }

    private static Path jarFolder() throws URISyntaxException {
        Path code = Path.of(
                Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path folder = code.getParent();
        return folder == null ? code : folder;
    }
}
