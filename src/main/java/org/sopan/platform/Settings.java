package org.sopan.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Everything an operator can set, read from MicroProfile Config: environment variables, system properties, files. A
 * value that cannot be used, or a name that is no setting, stops the start. {@code docs/settings.md} lists them all.
 */
@ApplicationScoped
public class Settings {
    /** Every name there is; an unknown {@code sopan.*} name is most likely a slip. */
    static final Set<String> NAMES = Set.of(
            "sopan.address",
            "sopan.administrator.email",
            "sopan.administrator.name",
            "sopan.administrator.password",
            "sopan.config",
            "sopan.courses",
            "sopan.data",
            "sopan.db.class",
            "sopan.db.password",
            "sopan.db.url",
            "sopan.db.user",
            "sopan.demo",
            "sopan.demo.history",
            "sopan.demo.password",
            "sopan.invitation.days",
            "sopan.lapse.days",
            "sopan.mail.channel",
            "sopan.mail.from",
            "sopan.mail.lines",
            "sopan.mail.rate",
            "sopan.port",
            "sopan.proxies",
            "sopan.reminder.days",
            "sopan.reminder.hour",
            "sopan.report.due.days",
            "sopan.report.idle.days",
            "sopan.reset.hours",
            "sopan.roster.undo.minutes",
            "sopan.session.hours",
            "sopan.signing.key",
            "sopan.smtp.authority",
            "sopan.smtp.host",
            "sopan.smtp.password",
            "sopan.smtp.port",
            "sopan.smtp.security",
            "sopan.smtp.user",
            "sopan.url",
            "sopan.verify.minute");

    /** What a third party's channel is set by begins like this. */
    private static final String OF_CHANNELS = "sopan.mail.channel.";

    /** What the launcher and the application tell each other; not for operators. */
    private static final Set<String> INTERNAL = Set.of("sopan.failure", "sopan.started");

    private static final int MOST_LINES = 16;

    private final Config config;

    /** The application's own configuration, whichever thread asks first: an injected one may be the server's. */
    @Inject
    public Settings() {
        this(ConfigProvider.getConfig(Settings.class.getClassLoader()));
    }

    public Settings(Config config) {
        this.config = config;
    }

    /** Reads each setting once, so that a wrong one is found now and not at its first use. */
    void check() {
        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> name.startsWith("sopan.") && !isKnown(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new Wrong(name + " is not a setting");
                });
        System.getenv().keySet().stream()
                .filter(name -> name.startsWith("SOPAN_"))
                .filter(name -> !isKnown(name.toLowerCase(Locale.ROOT).replace('_', '.')))
                .findFirst()
                .ifPresent(name -> {
                    throw new Wrong(name + " is not a setting");
                });
        flag("sopan.demo");
        flag("sopan.demo.history");
        url();
        mailFrom();
        proxies();
        smtp();
        sessionLength();
        invitationLength();
        resetLength();
        lapseAfter();
        reminderDays();
        reminderHour();
        reportIdleDays();
        reportDueDays();
        rosterUndo();
        mailPerMinute();
        mailLines();
        authority();
        verificationsPerMinute();
    }

    private static boolean isKnown(String name) {
        return NAMES.contains(name) || INTERNAL.contains(name) || name.startsWith(OF_CHANNELS);
    }

    public boolean demo() {
        return flag("sopan.demo");
    }

    /** Whether the demo's people have a past: three institutes in every state. */
    public boolean demoHistory() {
        return demo() && flag("sopan.demo.history");
    }

    public Path data() {
        return Path.of(text("sopan.data")).toAbsolutePath().normalize();
    }

    public Path courses() {
        return Path.of(text("sopan.courses")).toAbsolutePath().normalize();
    }

    /** The address people open; every link that leaves the system begins with it. Without a slash at the end. */
    public URI url() {
        String url = optional("sopan.url").orElseThrow(() -> new Wrong("sopan.url is missing"));
        try {
            URI address = URI.create(url.replaceAll("/+$", ""));
            if (Set.of("http", "https").contains(String.valueOf(address.getScheme())) && address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // refused below like an address that is none of a web page
        }
        throw new Wrong("sopan.url=" + url + " is not an http or https address");
    }

    public boolean overTls() {
        return "https".equals(url().getScheme());
    }

    /** Addresses of proxies whose {@code X-Forwarded-For} is believed. */
    public Set<InetAddress> proxies() {
        return Arrays.stream(optional("sopan.proxies").orElse("").split(",", -1))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .map(Settings::address)
                .collect(Collectors.toUnmodifiableSet());
    }

    public Duration sessionLength() {
        return Duration.ofHours(positive("sopan.session.hours"));
    }

    public Duration invitationLength() {
        return Duration.ofDays(positive("sopan.invitation.days"));
    }

    public Duration resetLength() {
        return Duration.ofHours(positive("sopan.reset.hours"));
    }

    /** How long after its last day an enrolment that was not finished stays open. */
    public Duration lapseAfter() {
        return Duration.ofDays(positive("sopan.lapse.days"));
    }

    /** In how many days a person is reminded at most once. */
    public int reminderDays() {
        return positive("sopan.reminder.days");
    }

    /** The hour of the day, in Dhaka, from which reminders go out. */
    public int reminderHour() {
        String text = text("sopan.reminder.hour");
        if (text.matches("1?\\d|2[0-3]")) {
            return Integer.parseInt(text);
        }
        throw new Wrong("sopan.reminder.hour=" + text + " is not an hour from 0 to 23");
    }

    /** After how many days without any act an enrolment is at risk. */
    public int reportIdleDays() {
        return positive("sopan.report.idle.days");
    }

    /** How many days before its due an enrolment is at risk. */
    public int reportDueDays() {
        return positive("sopan.report.due.days");
    }

    /** How long a roster's invitations wait after it was applied, so that undoing it still calls them back. */
    public Duration rosterUndo() {
        return Duration.ofMinutes(zeroOr("sopan.roster.undo.minutes"));
    }

    /** The private key that signs certificates, where it does not lie in the data folder. Never to be shown or logged. */
    public Optional<String> signingKey() {
        return optional("sopan.signing.key");
    }

    /** How many certificates one address may check in a minute; unknown serials count for more. */
    public int verificationsPerMinute() {
        return positive("sopan.verify.minute");
    }

    public String mailFrom() {
        String from = text("sopan.mail.from");
        try {
            new InternetAddress(from, true);
            return from;
        } catch (AddressException e) {
            throw new Wrong("sopan.mail.from=" + from + " is not an e-mail address");
        }
    }

    /** By which way mail leaves. */
    public String mailChannel() {
        return optional("sopan.mail.channel")
                .orElseGet(() -> optional("sopan.smtp.host").isPresent() ? "smtp" : "folder");
    }

    /** How many messages a node sends to one domain in a minute; 0 for as many as there are. */
    public int mailPerMinute() {
        return zeroOr("sopan.mail.rate");
    }

    /** How many messages a node sends at once, each over a line of its own. */
    public int mailLines() {
        int lines = positive("sopan.mail.lines");
        if (lines > MOST_LINES) {
            throw new Wrong("sopan.mail.lines=" + lines + " is more than " + MOST_LINES);
        }
        return lines;
    }

    private void authority() {
        optional("sopan.smtp.authority")
                .filter(file -> !Files.isReadable(Path.of(file)))
                .ifPresent(file -> {
                    throw new Wrong("sopan.smtp.authority=" + file + " is not a file that can be read");
                });
    }

    /** The SMTP server, or empty: then mail is written into the data folder. */
    public Optional<Smtp> smtp() {
        return optional("sopan.smtp.host")
                .map(host -> new Smtp(
                        host,
                        positive("sopan.smtp.port"),
                        security(),
                        optional("sopan.smtp.user").orElse(null),
                        optional("sopan.smtp.password").orElse(null)));
    }

    public Optional<String> optional(String name) {
        return config.getOptionalValue(name, String.class).map(String::strip).filter(text -> !text.isEmpty());
    }

    private Smtp.Security security() {
        String word = text("sopan.smtp.security");
        try {
            return Smtp.Security.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Wrong("sopan.smtp.security=" + word + " is none of starttls, tls, plain");
        }
    }

    private String text(String name) {
        return optional(name).orElseThrow(() -> new Wrong(name + " is missing"));
    }

    /** Neither a slip nor another word for it may turn a setting off silently. */
    private boolean flag(String name) {
        String text = text(name);
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return Boolean.parseBoolean(text);
        }
        throw new Wrong(name + "=" + text + " is neither true nor false");
    }

    private int zeroOr(String name) {
        return "0".equals(text(name)) ? 0 : positive(name);
    }

    private int positive(String name) {
        String text = text(name);
        try {
            int number = Integer.parseInt(text);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // refused below like zero
        }
        throw new Wrong(name + "=" + text + " is not a whole number above zero");
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new Wrong("sopan.proxies: " + text + " is not an address");
        }
    }

    /** An SMTP server to send through. */
    public record Smtp(String host, int port, Security security, @Nullable String user, @Nullable String password) {
        /** How the connection is protected; {@code PLAIN} is for a server on the same machine. */
        public enum Security {
            STARTTLS,
            TLS,
            PLAIN
        }
    }

    /** A setting that cannot be used, in one line. */
    static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Wrong(String line) {
            super(line);
        }
    }
}
