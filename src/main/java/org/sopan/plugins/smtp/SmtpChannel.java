package org.sopan.plugins.smtp;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.sopan.spi.message.MessageChannel;

/** Sends through an SMTP server, over TLS or STARTTLS with the server's certificate and name checked. */
public final class SmtpChannel implements MessageChannel {
    private static final int TO_CONNECT = 10_000;
    private static final int TO_REPLY = 20_000;
    private final String toConnect;
    private final String toReply;

    /** Waits ten seconds for a connection and twice as long for a reply: a server may look through what it takes over. */
    public SmtpChannel() {
        this(TO_CONNECT, TO_REPLY);
    }

    /** The same with times in milliseconds. */
    SmtpChannel(int toConnect, int toReply) {
        this.toConnect = Integer.toString(toConnect);
        this.toReply = Integer.toString(toReply);
    }

    @Override
    public String id() {
        return "smtp";
    }

    @Override
    public Line open(Surroundings surroundings) throws ServerTrouble {
        String host =
                surroundings.setting("sopan.smtp.host").orElseThrow(() -> new ServerTrouble("no sopan.smtp.host"));
        String port = surroundings.setting("sopan.smtp.port").orElse("587");
        String user = surroundings.setting("sopan.smtp.user").orElse(null);
        String password = surroundings.setting("sopan.smtp.password").orElse(null);
        Properties properties = properties(host, port, user);
        protect(properties, surroundings);
        Session session = Session.getInstance(properties);
        Transport transport = connected(session, host, Integer.parseInt(port), user, password);
        return new SmtpLine(session, transport, () -> connected(session, host, Integer.parseInt(port), user, password));
    }

    private Properties properties(String host, String port, @Nullable String user) {
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", host);
        properties.setProperty("mail.smtp.port", port);
        properties.setProperty("mail.smtp.connectiontimeout", toConnect);
        properties.setProperty("mail.smtp.timeout", toReply);
        properties.setProperty("mail.smtp.writetimeout", toReply);
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.smtp.auth", Boolean.toString(user != null));
        return properties;
    }

    private static void protect(Properties properties, Surroundings surroundings) throws ServerTrouble {
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        String security = surroundings.setting("sopan.smtp.security").orElse("starttls");
        if (security.equalsIgnoreCase("tls")) {
            properties.setProperty("mail.smtp.ssl.enable", "true");
        } else if (security.equalsIgnoreCase("starttls")) {
            properties.setProperty("mail.smtp.starttls.enable", "true");
            properties.setProperty("mail.smtp.starttls.required", "true");
        }
        String authority = surroundings.setting("sopan.smtp.authority").orElse(null);
        if (authority != null) {
            properties.put("mail.smtp.ssl.socketFactory", OwnAuthority.sockets(authority));
            properties.setProperty("mail.smtp.ssl.socketFactory.fallback", "false");
        }
    }

    private static Transport connected(
            Session session, String host, int port, @Nullable String user, @Nullable String password)
            throws ServerTrouble {
        try {
            Transport transport = session.getTransport("smtp");
            transport.connect(host, port, user, password);
            return transport;
        } catch (AuthenticationFailedException e) {
            throw new ServerTrouble("sign-in at the mail server failed: " + Replies.words(e));
        } catch (MessagingException e) {
            throw new ServerTrouble(host + ":" + port + ": " + Replies.words(e));
        }
    }
}
