package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sopan.completion.Awards;
import org.sopan.document.Picture;
import org.sopan.mail.Outbox;
import org.sopan.spi.certificate.AsPrinted;

/** The short transactions of making papers; none is open while one is drawn. */
@ApplicationScoped
public class PaperWork {
    private final Certificates certificates;
    private final Papers papers;
    private final Pictures pictures;
    private final IssueCertificate issue;
    private final Awards awards;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    public PaperWork(
            Certificates certificates,
            Papers papers,
            Pictures pictures,
            IssueCertificate issue,
            Awards awards,
            Outbox outbox,
            Clock clock) {
        this.certificates = certificates;
        this.papers = papers;
        this.pictures = pictures;
        this.issue = issue;
        this.awards = awards;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What to draw, in which design, with which pictures by their keys. */
    record Order(String serial, String design, AsPrinted data, Map<String, Picture> pictures) {
        Picture picture(String key) {
            Picture picture = pictures.get(key);
            if (picture == null) {
                throw new IllegalArgumentException("no picture " + key);
            }
            return picture;
        }
    }

    /** Serials of papers to be made, the oldest first; so many are passed over. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<String> due(int passed, int limit) {
        return certificates.withoutPaper(passed, limit);
    }

    /** The orders for all of these that need nothing but to be drawn. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    List<Order> orders(List<String> serials) {
        return certificates.among(serials).stream()
                .filter(certificate -> !certificate.isHeld())
                .map(this::order)
                .toList();
    }

    /** The order for one paper; null while the name is missing. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    @Nullable
    Order order(String serial) {
        Certificate certificate = certificates.find(serial).orElseThrow();
        if (certificate.isHeld()) {
            issue.releaseHeld(certificate, awards.find(certificate.award()).orElseThrow());
        }
        return certificate.isHeld() ? null : order(certificate);
    }

    private Order order(Certificate certificate) {
        AsPrinted data = certificate.asPrinted();
        Map<String, Picture> all = new HashMap<>();
        Stream.concat(
                        data.pictures().values().stream(),
                        data.signatories().stream().map(AsPrinted.Signatory::signature))
                .filter(Objects::nonNull)
                .forEach(key -> pictures.find(key).ifPresent(picture -> all.put(key, picture)));
        return new Order(certificate.serial(), certificate.design(), data, all);
    }

    /** Remembers why it could not be made, for those who ask where it is. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void failed(String serial, String because) {
        certificates.find(serial).orElseThrow().paperFailed(because);
    }

    /** Stores the papers by their serials and lets the mail go that waits for them: all, or none. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void store(Map<String, byte[]> drawn) {
        Instant now = clock.instant();
        drawn.forEach((serial, pdf) -> papers.store(serial, pdf, now));
        certificates.among(drawn.keySet()).forEach(Certificate::paperStored);
        drawn.keySet().forEach(outbox::release);
    }
}
