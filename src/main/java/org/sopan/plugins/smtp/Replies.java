package org.sopan.plugins.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.sopan.spi.message.Outcome;
import org.sopan.spi.message.Outcome.Kind;

/** Reads a server's replies (RFC 5321, 4.2; RFC 3463): what they say of the mailbox, of the message, of ourselves. */
final class Replies {
    private static final Pattern ENHANCED = Pattern.compile("(?s)\\D*\\d{3}[ -]([245]\\.\\d{1,3}\\.\\d{1,3})\\b.*");
    private static final int CLOSING = 421;
    private static final int LONGEST = 500;

    private Replies() {}

    static Outcome outcome(MessagingException failure) {
        for (Exception each = failure;
                each instanceof MessagingException messaging;
                each = messaging.getNextException()) {
            if (each instanceof AddressException) {
                return new Outcome(Kind.ADDRESS_REFUSED, words(each));
            }
            if (each instanceof SMTPAddressFailedException refused) {
                return new Outcome(ofRecipient(refused.getReturnCode(), words(each)), words(each));
            }
            if (each instanceof SMTPSenderFailedException) {
                return new Outcome(Kind.SERVER_TROUBLE, words(each));
            }
            if (each instanceof SMTPSendFailedException refused) {
                return new Outcome(ofCommand(refused), words(each));
            }
        }
        return new Outcome(Kind.LOST, words(failure));
    }

    /**
     * At RCPT. A refusal for our own sake (no relaying, blocked, too little trust) tells nothing about the mailbox: what
     * would fail for everyone must mark nobody.
     */
    private static Kind ofRecipient(int code, String reply) {
        if (code < 0) {
            return Kind.LOST;
        }
        if (code == CLOSING) {
            return Kind.SERVER_TROUBLE;
        }
        boolean permanent = code >= 500 && code < 600;
        return permanent && !isAboutUs(code, reply) ? Kind.ADDRESS_REFUSED : Kind.TEMPORARY;
    }

    private static boolean isAboutUs(int code, String reply) {
        Matcher enhanced = ENHANCED.matcher(reply);
        if (enhanced.matches()) {
            return !enhanced.group(1).matches("5\\.[12]\\..*");
        }
        return !(code == 550 || code == 551 || code == 553)
                || reply.toLowerCase(Locale.ROOT).matches("(?s).*(relay|blocked|spam|denied|policy|authenticat).*");
    }

    private static Kind ofCommand(SMTPSendFailedException refused) {
        String command = String.valueOf(refused.getCommand());
        int code = refused.getReturnCode();
        if (command.startsWith("MAIL")) {
            return Kind.SERVER_TROUBLE;
        }
        if (code < 0) {
            return Kind.LOST;
        }
        if (code == CLOSING) {
            return Kind.SERVER_TROUBLE;
        }
        return code >= 500 ? Kind.MESSAGE_REFUSED : Kind.TEMPORARY;
    }

    /** What went wrong, in one line; the innermost reason says most. */
    static String words(Exception failure) {
        StringBuilder words = new StringBuilder(String.valueOf(failure.getMessage()));
        Throwable next = failure instanceof MessagingException messaging ? messaging.getNextException() : null;
        for (Throwable each = next == null ? failure.getCause() : next; each != null; each = each.getCause()) {
            String more = String.valueOf(each.getMessage());
            if (words.indexOf(more) < 0) {
                words.append(": ").append(more);
            }
        }
        String line = words.toString().replaceAll("\\s+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }
}
