package org.sopan.credential;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sopan.completion.MyAwards.Paper;
import org.sopan.completion.MyAwards.PaperMail;
import org.sopan.mail.OutboxMessage;
import org.sopan.platform.Words;
import org.sopan.shared.Language;

/** Says where a certificate's paper and its mail are, and why it has not come. */
final class PaperState {
    private PaperState() {}

    static Paper of(Certificate certificate, @Nullable OutboxMessage mail, Language reader) {
        PaperMail sent = mail == null ? null : mail(mail);
        boolean refused = mail != null && "address".equals(mail.failure());
        return switch (certificate.status()) {
            case REVOKED ->
                new Paper(
                        "revoked",
                        certificate.reason(),
                        Reasons.inPublic(certificate).in(reader),
                        sent);
            case SUPERSEDED ->
                new Paper(
                        "superseded",
                        certificate.reason(),
                        Reasons.inPublic(certificate).in(reader),
                        sent);
            case VALID -> valid(certificate, sent, refused, reader);
        };
    }

    private static Paper valid(Certificate certificate, @Nullable PaperMail mail, boolean refused, Language reader) {
        String held = certificate.heldBecause();
        if (held != null) {
            return new Paper("held", held, words(reader, held, "paper.held"), mail);
        }
        if (!certificate.hasPaper()) {
            String trouble = certificate.paperTrouble();
            return new Paper(
                    "rendering",
                    trouble == null ? "being-made" : trouble,
                    trouble == null
                            ? Words.of(reader, "paper.being-made", "paper.not-issued")
                            : words(reader, trouble, "paper.not-made"),
                    mail);
        }
        String reason =
                mail == null || mail.state().equals("sent") ? null : "mail-" + (refused ? "address" : mail.state());
        return new Paper(
                "stored",
                reason,
                reason == null ? null : Words.of(reader, "paper." + reason, "paper.mail-queued"),
                mail);
    }

    private static String words(Language reader, String code, String fallback) {
        return Words.of(reader, "paper." + code, fallback);
    }

    private static PaperMail mail(OutboxMessage message) {
        Instant sentAt = message.sentAt();
        return new PaperMail(
                message.state().name(), sentAt == null ? message.createdAt() : sentAt, message.lastError());
    }
}
