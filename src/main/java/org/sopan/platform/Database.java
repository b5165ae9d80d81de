package org.sopan.platform;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The one database: H2 in the data folder, or PostgreSQL by settings alone. Migrated before anything reads it. */
@ApplicationScoped
@DataSourceDefinition(
        name = "java:app/jdbc/sopan",
        className = "${MPCONFIG=sopan.db.class}",
        url = "${MPCONFIG=sopan.db.url}",
        user = "${MPCONFIG=sopan.db.user}",
        password = "${MPCONFIG=sopan.db.password}",
        initialPoolSize = 2,
        minPoolSize = 2,
        maxPoolSize = 32)
public class Database {
    @Resource(lookup = "java:app/jdbc/sopan")
    @SuppressWarnings("NullAway.Init")
    private DataSource source;

    @Produces
    @PersistenceContext(unitName = "sopan")
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"})
    private EntityManager entities;

    @Produces
    @ApplicationScoped
    DataSource source() {
        return source;
    }

    void migrate(@Observes @Priority(Startup.MIGRATIONS) @Initialized(ApplicationScoped.class) Object event) {
        Startup.step("database", () -> migrations(source).migrate());
    }

    /** The migrations, written once for both databases but for the triggers, of which they share no word. */
    public static Flyway migrations(DataSource source) {
        return Flyway.configure(Database.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:db/migration", "classpath:db/" + kind(source))
                .load();
    }

    private static String kind(DataSource source) {
        try (Connection connection = source.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be reached", e);
        }
    }
}
