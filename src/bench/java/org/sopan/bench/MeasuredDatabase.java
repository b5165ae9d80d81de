package org.sopan.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/** A database that the server of the bench uses: where it is, how to fill it while the server is down, what it costs. */
interface MeasuredDatabase extends AutoCloseable {
    /** What the server's environment says about it. */
    Map<String, String> environment();

    Connection open() throws SQLException, IOException;

    /** Processor time of its own processes so far. */
    Duration cpu() throws IOException;

    @Override
    void close() throws IOException;

    static MeasuredDatabase of(String name, Path folder) throws IOException {
        return name.equals("h2") ? new H2(folder.resolve("data")) : new PostgreSql(folder.resolve("cluster"));
    }

    /** The file in the server's data folder; its work is done in the server's process. */
    record H2(Path data) implements MeasuredDatabase {
        @Override
        public Map<String, String> environment() {
            return Map.of();
        }

        @Override
        public Connection open() throws SQLException, IOException {
            return DriverManager.getConnection(
                    "jdbc:h2:file:" + data.resolve("db/sopan")
                            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;CACHE_SIZE=250000",
                    "sopan",
                    Files.readString(data.resolve("keys/database")).strip());
        }

        @Override
        public Duration cpu() {
            return Duration.ZERO;
        }

        @Override
        public void close() {}
    }

    /** A real server from embedded binaries. */
    final class PostgreSql implements MeasuredDatabase {
        /** What /proc counts in, on every Linux that Java runs on. */
        private static final int TICKS_PER_SECOND = 100;

        private final EmbeddedPostgres server;
        private final String url;
        private final long postmaster;

        PostgreSql(Path cluster) throws IOException {
            server = EmbeddedPostgres.builder().setDataDirectory(cluster).start();
            url = server.getJdbcUrl("postgres", "postgres") + "&stringtype=unspecified";
            postmaster = Long.parseLong(
                    Files.readAllLines(cluster.resolve("postmaster.pid")).get(0).strip());
        }

        @Override
        public Map<String, String> environment() {
            return Map.of(
                    "SOPAN_DB_CLASS", "org.postgresql.ds.PGSimpleDataSource",
                    "SOPAN_DB_URL", url,
                    "SOPAN_DB_USER", "postgres",
                    "SOPAN_DB_PASSWORD", "postgres");
        }

        @Override
        public Connection open() throws SQLException {
            return DriverManager.getConnection(url);
        }

        /** Of each backend, and of those that have ended, which the first process remembers. */
        @Override
        public Duration cpu() throws IOException {
            long ticks = ticks(postmaster, 4);
            try (Stream<ProcessHandle> backends =
                    ProcessHandle.of(postmaster).orElseThrow().children()) {
                ticks += backends.mapToLong(PostgreSql::ticksOfLiving).sum();
            }
            return Duration.ofMillis(ticks * 1_000 / TICKS_PER_SECOND);
        }

        private static long ticksOfLiving(ProcessHandle process) {
            try {
                return ticks(process.pid(), 2);
            } catch (IOException e) {
                if (process.isAlive()) {
                    throw new UncheckedIOException(e);
                }
                return 0;
            }
        }

        /** The first so many of: user, system, user of ended children, system of ended children. */
        private static long ticks(long process, int fields) throws IOException {
            String line = Files.readString(Path.of("/proc", Long.toString(process), "stat"));
            String[] columns = line.substring(line.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int i = 0; i < fields; i++) {
                ticks += Long.parseLong(columns[11 + i]);
            }
            return ticks;
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
