package org.sopan.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Says how mail stands, and is ready all the same: people learn on while a mail server is away. */
@Readiness
@ApplicationScoped
public class MailReady implements HealthCheck {
    private final MailSwitch mailSwitch;

    @Inject
    public MailReady(MailSwitch mailSwitch) {
        this.mailSwitch = mailSwitch;
    }

    @Override
    @Transactional(Transactional.TxType.SUPPORTS)
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("mail").up();
        MailSwitch.Position position;
        try {
            position = mailSwitch.position();
        } catch (RuntimeException e) {
            return response.withData("why", "unknown while the database is away")
                    .build();
        }
        response.withData("held", position.held());
        if (position.trouble() != null) {
            response.withData("trouble", position.trouble()).withData("since", String.valueOf(position.troubleSince()));
        }
        return response.build();
    }
}
