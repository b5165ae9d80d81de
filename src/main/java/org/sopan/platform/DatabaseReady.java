package org.sopan.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the start is done and the database answers. */
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {
    private final DataSource source;
    private final Startup startup;

    @Inject
    public DatabaseReady(DataSource source, Startup startup) {
        this.source = source;
        this.startup = startup;
    }

    @Override
    public HealthCheckResponse call() {
        if (!startup.isFinished()) {
            return HealthCheckResponse.named("database")
                    .down()
                    .withData("why", "starting")
                    .build();
        }
        try (Connection connection = source.getConnection()) {
            return HealthCheckResponse.named("database")
                    .status(connection.isValid(2))
                    .build();
        } catch (SQLException e) {
            return HealthCheckResponse.named("database")
                    .down()
                    .withData("why", String.valueOf(e.getMessage()))
                    .build();
        }
    }
}
