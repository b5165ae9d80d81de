package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.sopan.platform.Words;
import org.sopan.shared.Language;

/**
 * Tells how many papers are stuck, and since when. The system stays ready: learning goes on, nothing is lost, and the
 * papers follow once the cause is gone.
 */
@Readiness
@ApplicationScoped
public class PapersReady implements HealthCheck {
    /** Longer than any burst of certificates takes to draw. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Logger LOG = Logger.getLogger(PapersReady.class.getName());
    private final Certificates certificates;
    private final Clock clock;

    @Inject
    public PapersReady(Certificates certificates, Clock clock) {
        this.certificates = certificates;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("papers").up();
        Certificates.Stuck stuck = stuck();
        Instant since = stuck.since();
        if (since != null) {
            response.withData("degraded", true)
                    .withData("stuck", stuck.number())
                    .withData("since", since.toString());
            for (Map.Entry<String, Long> trouble : stuck.troubles().entrySet()) {
                response.withData(
                        trouble.getKey(),
                        trouble.getValue() + ": "
                                + Words.of(Language.EN, "paper." + trouble.getKey(), "paper.not-made"));
            }
        }
        return response.build();
    }

    /** Without the database nobody knows; the check of the database says that it is away. */
    private Certificates.Stuck stuck() {
        try {
            return certificates.stuck(clock.instant().minus(PATIENCE));
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, "papers cannot be counted", e);
            return new Certificates.Stuck(0, null, Map.of());
        }
    }
}
