package org.sopan.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.sopan.platform.Settings;

/** Sends through an SMTP server, over TLS or STARTTLS with the server's name checked. */
final class SmtpTransport implements MailTransport {
    private static final String TEN_SECONDS = "10000";
    private final Settings.Smtp smtp;
    private final String from;
    private final Session session;

    SmtpTransport(Settings.Smtp smtp, String from) {
        this.smtp = smtp;
        this.from = from;
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", smtp.host());
        properties.setProperty("mail.smtp.port", Integer.toString(smtp.port()));
        properties.setProperty("mail.smtp.connectiontimeout", TEN_SECONDS);
        properties.setProperty("mail.smtp.timeout", TEN_SECONDS);
        properties.setProperty("mail.smtp.writetimeout", TEN_SECONDS);
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.auth", Boolean.toString(smtp.user() != null));
        switch (smtp.security()) {
            case STARTTLS -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
            }
            case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
            case PLAIN -> properties.setProperty("mail.smtp.starttls.enable", "false");
        }
        session = Session.getInstance(properties);
    }

    @Override
    public void send(OutboxMessage message, MailText text, Attachments.@Nullable Attachment attachment) throws NotSent {
        try (Transport transport = session.getTransport("smtp")) {
            MimeLetter letter = MimeLetter.of(session, from, message, text, attachment);
            transport.connect(smtp.host(), smtp.port(), smtp.user(), smtp.password());
            transport.sendMessage(letter, letter.getAllRecipients());
        } catch (AddressException e) {
            throw new NotSent("address: " + e.getMessage(), true);
        } catch (AuthenticationFailedException e) {
            throw new NotSent("sign-in at the mail server failed: " + e.getMessage(), false);
        } catch (SendFailedException e) {
            throw new NotSent(String.valueOf(e.getMessage()), isPermanent(e));
        } catch (MessagingException e) {
            throw new NotSent(String.valueOf(e.getMessage()), false);
        }
    }

    /** A reply of 5xx (RFC 5321, 4.2.1) to this recipient will not change by trying again. */
    private static boolean isPermanent(MessagingException failure) {
        for (Exception cause = failure;
                cause instanceof MessagingException messaging;
                cause = messaging.getNextException()) {
            String words = String.valueOf(cause.getMessage());
            if (words.matches("(?s)\\s*(Invalid Addresses.*)?5\\d\\d[ -].*")) {
                return true;
            }
        }
        return false;
    }
}
