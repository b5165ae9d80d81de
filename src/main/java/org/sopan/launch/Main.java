package org.sopan.launch;

import fish.payara.micro.PayaraMicro;
import java.io.IOException;
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

/** Starts Sopan; or, with a first argument {@code backup} or {@code restore}, keeps and brings back its data. */
public final class Main {
    /** What the application writes here when it could not start; see {@code org.sopan.platform.Startup}. */
    private static final String FAILURE = "sopan.failure";

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        String command = arguments.length == 0 ? "start" : arguments[0];
        try {
            if (command.equals("demo")) {
                System.setProperty("sopan.demo", "true");
            }
            LaunchSettings settings = LaunchSettings.read(System.getenv(), System.getProperties(), jarFolder());
            switch (command) {
                case "start" -> start(settings);
                case "demo" -> {
                    endWithParent();
                    start(settings);
                }
                case "backup" -> Backup.take(settings, arguments);
                case "restore" -> Backup.restore(settings, arguments);
                default -> throw new Refusal("usage: java -jar sopan.jar [start | demo | backup FILE | restore FILE]");
            }
        } catch (Refusal refusal) {
            System.err.println("Sopan does not start: " + refusal.line());
            System.exit(1);
        }
    }

    private static void start(LaunchSettings settings) throws Exception {
        DataFolder data = DataFolder.open(settings.data(), settings.demo());
        requireFree(settings.address(), settings.port());
        DatabaseDefaults.handOn(data, System.getenv(), System.getProperties());
        if (settings.demo()) {
            announceDemo(settings, data);
        }
        nameJsonProvider();
        PayaraMicro.main(payaraArguments(settings).toArray(String[]::new));
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

    private static void announceDemo(LaunchSettings settings, DataFolder data) {
        String password = data.demoPassword();
        System.setProperty("sopan.demo.password", password);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (String role : List.of("trainer", "coordinator", "administrator")) {
            out.println(role + " " + role + "@sopan.example " + password);
        }
        String smtp = System.getProperty("sopan.smtp.host", System.getenv("SOPAN_SMTP_HOST"));
        out.println(
                smtp == null
                        ? "mail is written as .eml files into "
                                + settings.data().resolve("mail")
                        : "mail is sent through " + smtp);
        out.println("open " + settings.url() + "/ when the log says that Sopan is ready");
    }

    private static List<String> payaraArguments(LaunchSettings settings) throws IOException {
        Path run = Files.createDirectories(settings.data().resolve("run"));
        Path preBoot = run.resolve("pre-boot.txt");
        String listener =
                "set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.";
        Files.writeString(
                preBoot,
                listener + "address=" + settings.address() + "\n"
                        + "set configs.config.server-config.network-config.protocols.protocol.http-listener.http.xpowered-by=false\n"
                        + "set configs.config.server-config.network-config.protocols.protocol.http-listener.http.server-header=false\n");
        Path logging = run.resolve("logging.properties");
        try (var bundled = Main.class.getResourceAsStream("logging.properties")) {
            Properties properties = new Properties();
            properties.load(bundled);
            try (var out = Files.newOutputStream(logging)) {
                properties.store(out, null);
            }
        }
        return new ArrayList<>(List.of(
                "--port", Integer.toString(settings.port()),
                "--prebootcommandfile", preBoot.toString(),
                "--logproperties", logging.toString(),
                "--unpackdir", Files.createDirectories(run.resolve("server")).toString(),
                "--nohazelcast", "--disablephonehome"));
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
