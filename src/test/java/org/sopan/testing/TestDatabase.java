package org.sopan.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.sopan.platform.Database;

/**
 * A migrated database, one of each kind in a run of tests. Its EntityManager is, as in the container, that of the
 * transaction of the thread that uses it.
 */
public final class TestDatabase {
    /** What the launcher puts after the name of the file. */
    public static final String H2_OPTIONS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;LOCK_TIMEOUT=10000;QUERY_CACHE_SIZE=64;DB_CLOSE_ON_EXIT=FALSE";

    private final DataSource source;
    private final boolean isH2;
    private final EntityManagerFactory factory;
    private final ThreadLocal<@Nullable EntityManager> current = new ThreadLocal<>();
    private final ThreadLocal<List<Runnable>> afterwards = ThreadLocal.withInitial(ArrayList::new);
    private final EntityManager entities = (EntityManager) Proxy.newProxyInstance(
            EntityManager.class.getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, arguments) -> {
                try {
                    return method.invoke(ofThisThread(), arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });

    private TestDatabase(DataSource source, boolean isH2) {
        this.source = source;
        this.isH2 = isH2;
        Database.migrations(source).migrate();
        Map<String, Object> overrides = new HashMap<>();
        overrides.put("jakarta.persistence.provider", "org.eclipse.persistence.jpa.PersistenceProvider");
        overrides.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
        overrides.put("jakarta.persistence.jtaDataSource", "");
        overrides.put("jakarta.persistence.nonJtaDataSource", RoundTrips.counted(source));
        overrides.put("eclipselink.weaving", "false");
        overrides.put("eclipselink.logging.level", "OFF");
        factory = Persistence.createEntityManagerFactory("sopan", overrides);
    }

    private static final class H2 {
        static final TestDatabase INSTANCE = new TestDatabase(h2Source(), true);
    }

    private static final class PostgreSql {
        static final TestDatabase INSTANCE = new TestDatabase(postgresqlSource(), false);
    }

    /** In memory, with the options that the launcher gives to the file. */
    public static TestDatabase h2() {
        return H2.INSTANCE;
    }

    /** A real server from embedded binaries; it ends with the tests. */
    public static TestDatabase postgresql() {
        return PostgreSql.INSTANCE;
    }

    /** In a file, as the application has it, with as few rows in memory as with its small heap. */
    public static TestDatabase h2InAFile(Path file) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + file + H2_OPTIONS + ";MAX_MEMORY_ROWS=7500;CACHE_SIZE=4096");
        return new TestDatabase(source, true);
    }

    /** One that an earlier version of the application made and filled: migrated now, its rows kept. */
    public static TestDatabase grown(DataSource old) {
        return new TestDatabase(old, old instanceof JdbcDataSource);
    }

    /** An H2 database without any table. */
    public static DataSource emptyH2(String name) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1" + H2_OPTIONS);
        return source;
    }

    /** The same on the PostgreSQL server of the tests. */
    public static DataSource emptyPostgresql(String name) {
        PGSimpleDataSource first = (PGSimpleDataSource) postgresql().source;
        postgresql().update("create database " + name);
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(java.util.Objects.requireNonNull(first.getUrl()).replace("/postgres?", "/" + name + "?"));
        source.setUser(first.getUser());
        source.setPassword(first.getPassword());
        return source;
    }

    private static DataSource h2Source() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:sopan;DB_CLOSE_DELAY=-1" + H2_OPTIONS);
        return source;
    }

    private static DataSource postgresqlSource() {
        try {
            @SuppressWarnings("resource") // it ends with the process, by its own shutdown hook
            EmbeddedPostgres server = EmbeddedPostgres.start();
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(server.getJdbcUrl("postgres", "postgres") + "&stringtype=unspecified");
            return source;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public DataSource source() {
        return source;
    }

    /** The EntityManager of the transaction at hand. */
    public EntityManager entities() {
        return entities;
    }

    /** Runs a block in a transaction of its own, also inside another, and commits it unless it throws. */
    public <T extends @Nullable Object> T in(Supplier<T> block) {
        EntityManager outer = current.get();
        List<Runnable> outerAfterwards = afterwards.get();
        List<Runnable> due = new ArrayList<>();
        afterwards.set(due);
        try (EntityManager inner = factory.createEntityManager()) {
            EntityTransaction transaction = inner.getTransaction();
            transaction.begin();
            current.set(inner);
            try {
                T result = block.get();
                transaction.commit();
                due.forEach(Runnable::run);
                return result;
            } finally {
                if (transaction.isActive()) {
                    transaction.rollback();
                }
            }
        } finally {
            current.set(outer);
            afterwards.set(outerAfterwards);
        }
    }

    /** Does this once the transaction at hand has committed. */
    public void then(Runnable work) {
        afterwards.get().add(work);
    }

    public void run(Runnable block) {
        in(() -> {
            block.run();
            return true;
        });
    }

    /** One number, such as a count, from the committed state. */
    public long number(String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** How many different rows a table has, these columns left out. */
    public long different(String table, String... leftOut) {
        List<String> columns = new ArrayList<>();
        try (Connection connection = source.getConnection();
                ResultSet rows = connection.getMetaData().getColumns(null, "public", table, null)) {
            while (rows.next()) {
                columns.add(rows.getString("COLUMN_NAME"));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        columns.removeAll(List.of(leftOut));
        return number("select count(*) from (select distinct " + String.join(", ", columns) + " from " + table + ") t");
    }

    /** Changes rows behind the application's back. */
    public int update(String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Whether a transaction waits for a row that another holds. */
    public boolean someoneWaits() {
        return number(
                        isH2
                                ? "select count(*) from information_schema.sessions where blocker_id is not null"
                                : "select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                > 0;
    }

    /** Removes all rows, also of the audit trail, which nobody else can. */
    public void empty() {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> tables = tables(statement);
            if (isH2) {
                statement.execute("set referential_integrity false");
                for (String table : tables) {
                    statement.execute("truncate table " + table);
                }
                statement.execute("set referential_integrity true");
            } else {
                statement.execute("set session_replication_role = replica");
                statement.execute("truncate table " + String.join(", ", tables));
                statement.execute("set session_replication_role = default");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows =
                statement.executeQuery("select table_name from information_schema.tables where table_schema = 'public'"
                        + " and table_name <> 'flyway_schema_history'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private EntityManager ofThisThread() {
        EntityManager ours = current.get();
        if (ours == null) {
            throw new IllegalStateException("outside of a transaction");
        }
        return ours;
    }
}
