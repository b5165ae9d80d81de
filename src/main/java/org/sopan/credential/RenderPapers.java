package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sopan.document.PdfDocument;
import org.sopan.platform.Job;
import org.sopan.platform.PlugIns;
import org.sopan.shared.DomainException;
import org.sopan.spi.certificate.CertificateDesign;

/** Draws the papers that are due, each once; one that cannot be drawn is tried again and holds up no other. */
@ApplicationScoped
public class RenderPapers implements Job {
    static final String NAME = "papers";
    private static final Logger LOG = Logger.getLogger(RenderPapers.class.getName());
    private static final int BATCH = 200;
    private final PaperWork work;
    private final Map<String, CertificateDesign> designs;

    @Inject
    public RenderPapers(PaperWork work, PlugIns plugIns) {
        this.work = work;
        this.designs = plugIns.of(CertificateDesign.class, CertificateDesign::id);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(15);
    }

    @Override
    public void run() {
        for (String serial : work.due(BATCH)) {
            try {
                render(serial);
            } catch (RuntimeException e) {
                work.failed(serial, e instanceof DomainException refused ? refused.code() : "paper-not-made");
                LOG.log(Level.WARNING, e, () -> "the paper of " + serial + " could not be made; it is tried again");
            }
        }
    }

    private void render(String serial) {
        PaperWork.Order order = work.order(serial);
        if (order == null) {
            return;
        }
        CertificateDesign design = designs.get(order.design());
        if (design == null) {
            throw new IllegalStateException("no certificate design " + order.design());
        }
        work.store(serial, PdfDocument.render(design, order.data(), key -> {
            throw new IllegalStateException(key);
        }));
    }
}
