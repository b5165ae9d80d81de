package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.sopan.document.PdfDocument;
import org.sopan.platform.Job;
import org.sopan.platform.PlugIns;
import org.sopan.shared.DomainException;
import org.sopan.spi.certificate.CertificateDesign;

/**
 * Draws the papers that are due, each once, on all cores; one that cannot be drawn is tried again and holds up no other.
 */
@ApplicationScoped
public class RenderPapers implements Job {
    static final String NAME = "papers";
    private static final Logger LOG = Logger.getLogger(RenderPapers.class.getName());
    /** Drawn side by side and stored together: large enough to keep the cores busy, small enough for the memory. */
    private static final int BATCH = 32;

    private final PaperWork work;
    private final Map<String, CertificateDesign> designs;

    @Inject
    public RenderPapers(PaperWork work, PlugIns plugIns) {
        this.work = work;
        this.designs = plugIns.of(CertificateDesign.class, CertificateDesign::id);
    }

    /** What became of an order: the paper, or why there is none. */
    private record Drawn(String serial, byte @Nullable [] pdf, @Nullable RuntimeException failure) {}

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
        int passed = 0;
        List<String> due = work.due(passed, BATCH);
        while (!due.isEmpty()) {
            // those that were stored are no longer due, the others are passed over until the next run
            passed += due.size() - make(due);
            due = work.due(passed, BATCH);
        }
    }

    /** How many of these were stored. */
    private int make(List<String> serials) {
        Map<String, byte[]> drawn = new LinkedHashMap<>();
        for (Drawn each : orders(serials).parallelStream().map(this::draw).toList()) {
            if (each.pdf() != null) {
                drawn.put(each.serial(), each.pdf());
            } else if (each.failure() != null) {
                failed(each.serial(), each.failure());
            }
        }
        return store(drawn);
    }

    private List<PaperWork.Order> orders(List<String> serials) {
        List<PaperWork.Order> orders = new ArrayList<>(work.orders(serials));
        List<String> ready = orders.stream().map(PaperWork.Order::serial).toList();
        for (String held : serials) {
            if (!ready.contains(held)) {
                attempt(held, () -> {
                    PaperWork.Order order = work.order(held);
                    if (order != null) {
                        orders.add(order);
                    }
                });
            }
        }
        return orders;
    }

    private Drawn draw(PaperWork.Order order) {
        try {
            CertificateDesign design = designs.get(order.design());
            if (design == null) {
                throw new IllegalStateException("no certificate design " + order.design());
            }
            return new Drawn(order.serial(), PdfDocument.render(design, order.data(), order::picture), null);
        } catch (RuntimeException e) {
            return new Drawn(order.serial(), null, e);
        }
    }

    private int store(Map<String, byte[]> drawn) {
        if (drawn.isEmpty()) {
            return 0;
        }
        try {
            work.store(drawn);
            return drawn.size();
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, "not together; one by one", e);
            return drawn.entrySet().stream()
                    .mapToInt(each -> attempt(each.getKey(), () -> work.store(Map.of(each.getKey(), each.getValue()))))
                    .sum();
        }
    }

    /** One where it succeeded. */
    private int attempt(String serial, Runnable act) {
        try {
            act.run();
            return 1;
        } catch (RuntimeException e) {
            failed(serial, e);
            return 0;
        }
    }

    private void failed(String serial, RuntimeException e) {
        LOG.log(Level.WARNING, e, () -> "the paper of " + serial + " could not be made; it is tried again");
        remember(serial, e instanceof DomainException refused ? refused.code() : "paper-not-made");
    }

    /** With a full disk not even this can be written; readiness then tells by how long the paper is due. */
    private void remember(String serial, String because) {
        try {
            work.failed(serial, because);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "that " + serial + " waits could not be written down");
        }
    }
}
