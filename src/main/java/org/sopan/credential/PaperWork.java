package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sopan.completion.Awards;
import org.sopan.mail.Outbox;
import org.sopan.spi.certificate.AsPrinted;

/** The short transactions of making papers; none is open while one is drawn. */
@ApplicationScoped
public class PaperWork {
    private final Certificates certificates;
    private final Papers papers;
    private final IssueCertificate issue;
    private final Awards awards;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    public PaperWork(
            Certificates certificates,
            Papers papers,
            IssueCertificate issue,
            Awards awards,
            Outbox outbox,
            Clock clock) {
        this.certificates = certificates;
        this.papers = papers;
        this.issue = issue;
        this.awards = awards;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What to draw, in which design. */
    record Order(String design, AsPrinted data) {}

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<String> due(int limit) {
        return certificates.withoutPaper(limit);
    }

    /** The order for one paper; null while the name is missing. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    @Nullable
    Order order(String serial) {
        Certificate certificate = certificates.find(serial).orElseThrow();
        if (certificate.isHeld()) {
            issue.releaseHeld(certificate, awards.find(certificate.award()).orElseThrow());
        }
        return certificate.isHeld() ? null : new Order(certificate.design(), certificate.asPrinted());
    }

    /** Remembers why it could not be made, for those who ask where it is. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void failed(String serial, String because) {
        certificates.find(serial).orElseThrow().paperFailed(because, clock.instant());
    }

    /** Stores the paper and lets the mail go that waits for it. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void store(String serial, byte[] pdf) {
        papers.store(serial, pdf, clock.instant());
        certificates.find(serial).orElseThrow().paperStored();
        outbox.release(serial);
    }
}
