package org.sopan.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Many rows in few round trips, in the transaction at hand: the same statement for each of them, and queries over long
 * lists in chunks. The chunks keep below what a database takes in one query (65,535 parameters on PostgreSQL).
 */
@ApplicationScoped
public class Batches {
    /** More rows in one go help no database. */
    private static final int ROWS = 1_000;

    /** H2 compares each row that it finds with the list from its beginning: a longer one costs more than a query more. */
    public static final int LISTED = 100;

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
            for (List<@Nullable Object[]> chunk : chunks(rows, ROWS)) {
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

    /**
     * What a query over a list of texts finds.
     *
     * @param sql with {@code (?)} for the list, or {@code (uuid ?)} where the texts are ids
     */
    public List<Object> read(Collection<String> texts, String sql) {
        return listed(texts, chunk -> {
            Query query = entities.createNativeQuery(sql.replace("(?)", places("?%d", chunk.size()))
                    .replace("(uuid ?)", places("cast(?%d as uuid)", chunk.size())));
            for (int i = 0; i < chunk.size(); i++) {
                query.setParameter(i + 1, chunk.get(i));
            }
            List<?> found = query.getResultList();
            return new ArrayList<Object>(found);
        });
    }

    /** What a query over a list finds, asked for chunk after chunk; nothing is asked about nothing. */
    public static <T, R> List<R> listed(Collection<T> all, Function<List<T>, List<R>> query) {
        List<R> found = new ArrayList<>();
        for (List<T> chunk : chunks(all, LISTED)) {
            found.addAll(query.apply(chunk));
        }
        return found;
    }

    private static String places(String place, int number) {
        return IntStream.rangeClosed(1, number).mapToObj(place::formatted).collect(Collectors.joining(", ", "(", ")"));
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
