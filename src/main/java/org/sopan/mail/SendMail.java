package org.sopan.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sopan.platform.Durability;
import org.sopan.platform.Job;
import org.sopan.platform.Settings;

/** Sends what is due: claim, speak to the server, write down what happened. */
@ApplicationScoped
public class SendMail implements Job {
    static final String NAME = "mail";
    private static final Logger LOG = Logger.getLogger(SendMail.class.getName());
    private final Senders senders;
    private final Templates templates;
    private final Durability durability;
    private final MailTransport transport;
    private final String sender = "node-" + UUID.randomUUID();

    @Inject
    public SendMail(Senders senders, Templates templates, Durability durability, Settings settings) {
        this.senders = senders;
        this.templates = templates;
        this.durability = durability;
        this.transport = settings.smtp()
                .<MailTransport>map(smtp -> new SmtpTransport(smtp, settings.mailFrom()))
                .orElseGet(() -> new FolderTransport(settings.data().resolve("mail"), settings.mailFrom()));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run() {
        List<UUID> claimed = senders.claim(sender);
        while (!claimed.isEmpty()) {
            durability.await();
            claimed.forEach(this::send);
            durability.await();
            claimed = senders.claim(sender);
        }
    }

    /** One that cannot be sent, whatever the reason, waits its turn again and holds up no other. */
    private void send(UUID id) {
        try {
            deliver(senders.read(id));
        } catch (MailTransport.NotSent e) {
            LOG.log(Level.WARNING, "message {0} was not sent: {1}", new Object[] {id, e.getMessage()});
            senders.notSent(id, String.valueOf(e.getMessage()), e.isPermanent());
            return;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "message " + id + " could not be made");
            senders.notSent(id, String.valueOf(e.getMessage()), false);
            return;
        }
        senders.sent(id);
    }

    private void deliver(Senders.Claimed claimed) throws MailTransport.NotSent {
        OutboxMessage message = claimed.message();
        MailText text = templates.render(message.template(), message.language(), claimed.data());
        transport.send(message, text, claimed.attachment());
    }
}
