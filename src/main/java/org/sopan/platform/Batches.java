package org.sopan.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The same statement for many rows in few round trips, in the transaction at hand. */
@ApplicationScoped
public class Batches {
    /** More than this in one go, or parameters in one query, helps no database. */
    public static final int SIZE = 1_000;

    private final EntityManager entities;

    @Inject
    public Batches(EntityManager entities) {
        this.entities = entities;
    }

    /** Executes it once per row after what is pending, and tells how many rows each changed. */
    public int[] execute(String sql, Collection<@Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return new int[0];
        }
        entities.flush();
        Connection connection = entities.unwrap(Connection.class);
        int[] changed = new int[rows.size()];
        int done = 0;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (List<@Nullable Object[]> chunk : chunks(rows, SIZE)) {
                for (@Nullable Object[] row : chunk) {
                    bind(statement, row);
                }
                int[] counts = statement.executeBatch();
                System.arraycopy(counts, 0, changed, done, counts.length);
                done += counts.length;
            }
        } catch (BatchUpdateException e) {
            SQLException cause = e.getNextException();
            throw new Failed(cause == null ? e : cause);
        } catch (SQLException e) {
            throw new Failed(e);
        }
        return changed;
    }

    /** The same in parts of at most this size, in order. */
    public static <T> List<List<T>> chunks(Collection<T> all, int size) {
        List<T> list = new ArrayList<>(all);
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < list.size(); from += size) {
            chunks.add(list.subList(from, Math.min(from + size, list.size())));
        }
        return chunks;
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] row) throws SQLException {
        for (int i = 0; i < row.length; i++) {
            Object value = row[i] instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : row[i];
            statement.setObject(i + 1, value);
        }
        statement.addBatch();
    }

    /** The database refused; its own words are the cause. */
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failed(SQLException cause) {
            super(cause);
        }
    }
}
