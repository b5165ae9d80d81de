package org.sopan.mail;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.sopan.platform.PlugIns;
import org.sopan.platform.Randomness;
import org.sopan.platform.Settings;
import org.sopan.platform.Startup;
import org.sopan.spi.message.MessageChannel;

/** The ways out of the house, and the one that the settings choose. */
@ApplicationScoped
public class Channels {
    private final Map<String, MessageChannel> channels;
    private final Settings settings;
    private final String node;

    @Inject
    public Channels(PlugIns plugIns, Settings settings, Randomness randomness) {
        this.channels = plugIns.of(MessageChannel.class, MessageChannel::id);
        this.settings = settings;
        this.node = host() + "-" + randomness.token().substring(0, 6);
    }

    void check(@Observes @Priority(Startup.JOBS - 1) @Initialized(ApplicationScoped.class) Object event) {
        Startup.step("mail", this::chosen);
    }

    /** The channel that the settings name: else the mail server if there is one, else a folder. */
    MessageChannel chosen() {
        String id = settings.mailChannel();
        return Optional.ofNullable(channels.get(id))
                .orElseThrow(() -> new IllegalStateException("sopan.mail.channel=" + id + " is none of "
                        + String.join(", ", channels.keySet().stream().sorted().toList())));
    }

    MessageChannel.Line open() throws MessageChannel.ServerTrouble {
        return chosen().open(new House(settings));
    }

    /** The sender of all mail. */
    String from() {
        return settings.mailFrom();
    }

    /** How many messages may be on their way at once. */
    int atOnce() {
        return settings.mailLines();
    }

    /** What this process is called in claims and histories. */
    String node() {
        return node;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "node";
        }
    }

    private record House(Settings settings) implements MessageChannel.Surroundings {
        @Override
        public Optional<String> setting(String name) {
            return settings.optional(name);
        }

        @Override
        public Path data() {
            return settings.data();
        }
    }
}
