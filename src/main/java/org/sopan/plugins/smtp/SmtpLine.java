package org.sopan.plugins.smtp;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import org.sopan.spi.message.Message;
import org.sopan.spi.message.MessageChannel.Line;
import org.sopan.spi.message.MessageChannel.ServerTrouble;
import org.sopan.spi.message.Outcome;

/** One connection to a server, over which message follows message; a server that ends it in between is called again. */
final class SmtpLine implements Line {
    private final Session session;
    private final Connector connector;
    private Transport transport;
    private boolean used;

    /** Connects once more. */
    interface Connector {
        Transport connect() throws ServerTrouble;
    }

    SmtpLine(Session session, Transport transport, Connector connector) {
        this.session = session;
        this.transport = transport;
        this.connector = connector;
    }

    @Override
    public Outcome send(Message message) {
        Outcome outcome = once(message);
        if (outcome.kind() == Outcome.Kind.SERVER_TROUBLE && used) {
            // a server takes so many messages in one connection, or waits so long, and then hangs up
            close();
            try {
                transport = connector.connect();
            } catch (ServerTrouble e) {
                return new Outcome(Outcome.Kind.SERVER_TROUBLE, e.why());
            }
            used = false;
            outcome = once(message);
        }
        used |= outcome.kind() == Outcome.Kind.DELIVERED;
        return outcome;
    }

    private Outcome once(Message message) {
        try {
            InternetAddress to = new InternetAddress(message.to(), true);
            transport.sendMessage(new AsItIs(session, message), new Address[] {to});
            return Outcome.delivered("250");
        } catch (MessagingException e) {
            return Replies.outcome(e);
        }
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException e) {
            // the server hung up first
        }
    }

    /** The bytes that we were given, which the transport would take apart and put together again. */
    private static final class AsItIs extends MimeMessage {
        private final byte[] bytes;

        AsItIs(Session session, Message message) throws MessagingException {
            super(session);
            bytes = message.mime();
            setFrom(new InternetAddress(message.from(), false));
        }

        @Override
        public void writeTo(OutputStream out, String[] ignoredHeaders) throws IOException {
            out.write(bytes);
        }
    }
}
