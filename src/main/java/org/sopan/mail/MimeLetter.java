package org.sopan.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.Language;

/** A message in the form of RFC 5322, with its own Message-ID: text and HTML, and the attachment. */
final class MimeLetter extends MimeMessage {
    private static final Session SESSION = Session.getInstance(new Properties());
    private final String messageId;

    private MimeLetter(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    /**
     * What a letter bears on its envelope.
     *
     * @param unsubscribe the address that one click posts to, or null
     */
    record Envelope(
            String messageId,
            String from,
            String to,
            Instant writtenAt,
            Language language,
            @Nullable String unsubscribe) {}

    static byte[] bytes(Envelope envelope, MailText text, Attachments.@Nullable Attachment attachment) {
        ByteArrayOutputStream out =
                new ByteArrayOutputStream(attachment == null ? 8_192 : attachment.bytes().length * 2);
        try {
            of(envelope, text, attachment).writeTo(out);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(String.valueOf(e.getMessage()), e);
        }
        return out.toByteArray();
    }

    private static MimeLetter of(Envelope envelope, MailText text, Attachments.@Nullable Attachment attachment)
            throws MessagingException {
        MimeLetter letter = new MimeLetter(SESSION, envelope.messageId());
        letter.setFrom(new InternetAddress(envelope.from()));
        letter.setRecipient(Message.RecipientType.TO, new InternetAddress(envelope.to(), false));
        letter.setSubject(text.subject(), "UTF-8");
        letter.setSentDate(Date.from(envelope.writtenAt()));
        letter.setHeader("Auto-Submitted", "auto-generated");
        letter.setHeader("Content-Language", envelope.language().code());
        String unsubscribe = envelope.unsubscribe();
        if (unsubscribe != null) {
            letter.setHeader("List-Unsubscribe", "<" + unsubscribe + ">");
            letter.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        MimeMultipart both = new MimeMultipart("alternative");
        both.addBodyPart(body(text.text(), "text/plain; charset=UTF-8"));
        both.addBodyPart(body(text.html(), "text/html; charset=UTF-8"));
        if (attachment == null) {
            letter.setContent(both);
        } else {
            MimeBodyPart words = new MimeBodyPart();
            words.setContent(both);
            letter.setContent(new MimeMultipart("mixed", words, file(attachment)));
        }
        letter.saveChanges();
        return letter;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    private static MimeBodyPart body(String content, String type) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(content, type);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private static MimeBodyPart file(Attachments.Attachment attachment) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment.bytes(), attachment.mediaType())));
        part.setFileName(attachment.fileName());
        part.setDisposition(Part.ATTACHMENT);
        return part;
    }
}
