package org.sopan.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Puts many rows into one table, the fastest way that the database has. Committed when closed. */
interface BulkRows extends AutoCloseable {
    /** A value for each column; null for none. */
    void add(@Nullable Object... values) throws SQLException;

    @Override
    void close() throws SQLException;

    static BulkRows into(Connection connection, String table, String... columns) throws SQLException {
        String names = String.join(", ", columns);
        return connection.isWrapperFor(PGConnection.class)
                ? new Copied(connection, "copy " + table + " (" + names + ") from stdin")
                : new Batched(
                        connection,
                        "insert into " + table + " (" + names + ") values ("
                                + String.join(", ", Collections.nCopies(columns.length, "?")) + ")");
    }

    /** PostgreSQL's COPY, as text: no value here holds a tab, a line's end or a backslash. */
    final class Copied implements BulkRows {
        private static final int PORTION = 1 << 16;
        private final Connection connection;
        private final CopyIn copy;
        private final StringBuilder waiting = new StringBuilder();

        Copied(Connection connection, String statement) throws SQLException {
            this.connection = connection;
            copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
        }

        @Override
        public void add(@Nullable Object... values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                waiting.append(i == 0 ? "" : "\t").append(values[i] == null ? "\\N" : values[i]);
            }
            waiting.append('\n');
            if (waiting.length() > PORTION) {
                send();
            }
        }

        private void send() throws SQLException {
            byte[] bytes = waiting.toString().getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(bytes, 0, bytes.length);
            waiting.setLength(0);
        }

        @Override
        public void close() throws SQLException {
            send();
            copy.endCopy();
            connection.commit();
        }
    }

    /** Batches of inserts; a commit now and then, so that the log of what could be taken back stays short. */
    final class Batched implements BulkRows {
        private static final int BATCH = 1_000;
        private static final int COMMIT_AFTER = 20;
        private final Connection connection;
        private final PreparedStatement insert;
        private int waiting;
        private int batches;

        Batched(Connection connection, String statement) throws SQLException {
            this.connection = connection;
            insert = connection.prepareStatement(statement);
        }

        @Override
        public void add(@Nullable Object... values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.addBatch();
            if (++waiting == BATCH) {
                send();
            }
        }

        private void send() throws SQLException {
            insert.executeBatch();
            waiting = 0;
            if (++batches % COMMIT_AFTER == 0) {
                connection.commit();
            }
        }

        @Override
        public void close() throws SQLException {
            send();
            connection.commit();
            insert.close();
        }
    }
}
