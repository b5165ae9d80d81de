package org.sopan.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.Language;

/**
 * A message in the form of RFC 5322 and MIME: text and HTML, and what is attached. Jakarta Mail would write it too, but
 * looks for its own parts on the class path once for each, which costs more than all the rest of sending. The same
 * message is the same, byte for byte, whenever it is written.
 */
final class MimeLetter {
    private static final String LINE = "\r\n";
    /** What fits in an encoded word of 75 characters (RFC 2047) as base64. */
    private static final int BYTES_IN_A_WORD = 45;

    private static final Base64.Encoder BASE64 = Base64.getMimeEncoder(76, LINE.getBytes(StandardCharsets.US_ASCII));
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);
    private final ByteArrayOutputStream out;
    private final String boundary;

    private MimeLetter(String boundary, int size) {
        this.boundary = boundary;
        this.out = new ByteArrayOutputStream(size);
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
        // made of the id, so that a message that is written again is the same
        String boundary = "=_" + envelope.messageId().replaceAll("[^A-Za-z0-9]", "");
        int size = 4_096
                + text.text().length() * 5
                + text.html().length() * 5
                + (attachment == null ? 0 : attachment.bytes().length * 3 / 2);
        MimeLetter letter = new MimeLetter(boundary.length() > 60 ? boundary.substring(0, 60) : boundary, size);
        letter.head(envelope, text.subject());
        letter.body(text, attachment);
        return letter.out.toByteArray();
    }

    private void head(Envelope envelope, String subject) {
        header("Date", DATE.format(envelope.writtenAt().atOffset(ZoneOffset.UTC)));
        header("From", sender(envelope.from()));
        header("To", plain(envelope.to()));
        header("Message-ID", envelope.messageId());
        header("Subject", encoded(subject));
        header("MIME-Version", "1.0");
        header("Auto-Submitted", "auto-generated");
        header("Content-Language", envelope.language().code());
        String unsubscribe = envelope.unsubscribe();
        if (unsubscribe != null) {
            header("List-Unsubscribe", "<" + plain(unsubscribe) + ">");
            header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
    }

    private void body(MailText text, Attachments.@Nullable Attachment attachment) {
        String inner = boundary + "-text";
        if (attachment != null) {
            header("Content-Type", "multipart/mixed; boundary=\"" + boundary + "\"");
            line("");
            line("--" + boundary);
        }
        header("Content-Type", "multipart/alternative; boundary=\"" + inner + "\"");
        line("");
        part(inner, "text/plain; charset=UTF-8", text.text());
        part(inner, "text/html; charset=UTF-8", text.html());
        line("--" + inner + "--");
        if (attachment != null) {
            line("--" + boundary);
            header("Content-Type", attachment.mediaType() + "; name=\"" + plain(attachment.fileName()) + "\"");
            header("Content-Disposition", "attachment; filename=\"" + plain(attachment.fileName()) + "\"");
            content(attachment.bytes());
            line("--" + boundary + "--");
        }
    }

    private void part(String within, String type, String words) {
        line("--" + within);
        header("Content-Type", type);
        content(words.replace("\r\n", "\n").replace("\n", LINE).getBytes(StandardCharsets.UTF_8));
    }

    private void content(byte[] bytes) {
        header("Content-Transfer-Encoding", "base64");
        line("");
        out.writeBytes(BASE64.encode(bytes));
        line("");
    }

    private void header(String name, String value) {
        line(name + ": " + value);
    }

    private void line(String words) {
        out.writeBytes((words + LINE).getBytes(StandardCharsets.US_ASCII));
    }

    private static String sender(String from) {
        try {
            InternetAddress address = new InternetAddress(from, false);
            String name = address.getPersonal();
            return name == null ? plain(from) : encoded(name) + " <" + plain(address.getAddress()) + ">";
        } catch (AddressException e) {
            throw new IllegalStateException("the sender " + from + " is no address", e);
        }
    }

    /** Nothing that could begin a header of its own. */
    private static String plain(String value) {
        return value.replaceAll("[\\r\\n\"]", "");
    }

    /** As encoded words of whole characters, unless it is short and of plain letters anyway. */
    private static String encoded(String words) {
        String line = words.replaceAll("[\\r\\n]+", " ");
        if (line.length() < 60 && line.matches("[\\w .:'-]*")) {
            return line;
        }
        StringBuilder encoded = new StringBuilder();
        StringBuilder word = new StringBuilder();
        int bytes = 0;
        for (int at = 0; at < line.length(); at += Character.charCount(line.codePointAt(at))) {
            String character = Character.toString(line.codePointAt(at));
            int length = character.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + length > BYTES_IN_A_WORD) {
                encoded.append(word(word)).append(LINE).append(' ');
                word.setLength(0);
                bytes = 0;
            }
            word.append(character);
            bytes += length;
        }
        return encoded.append(word(word)).toString();
    }

    private static String word(CharSequence characters) {
        return "=?UTF-8?B?"
                + Base64.getEncoder().encodeToString(characters.toString().getBytes(StandardCharsets.UTF_8)) + "?=";
    }
}
