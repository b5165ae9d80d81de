package org.sopan.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads long lists row by row: the EntityManager would hold them whole. */
@ApplicationScoped
public class Cursors {
    private static final int ROWS_AT_ONCE = 500;
    private final DataSource source;

    @Inject
    public Cursors(DataSource source) {
        this.source = source;
    }

    /** A failure of the database while a list is read. */
    static final class NotRead extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotRead(SQLException cause) {
            super(cause);
        }
    }

    /** Hands on each row as it is read. PostgreSQL sends rows in portions only inside a transaction, ours or the caller's. */
    public void each(Sql sql, Consumer<@Nullable Object[]> taker) {
        try (Connection connection = source.getConnection()) {
            boolean alone = connection.getAutoCommit();
            if (alone) {
                connection.setAutoCommit(false);
            }
            try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
                statement.setFetchSize(ROWS_AT_ONCE);
                List<Object> values = sql.values();
                for (int i = 0; i < values.size(); i++) {
                    statement.setObject(i + 1, values.get(i));
                }
                read(statement, taker);
            } finally {
                if (alone) {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
            }
        } catch (SQLException e) {
            throw new NotRead(e);
        }
    }

    private static void read(PreparedStatement statement, Consumer<@Nullable Object[]> taker) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                @Nullable Object[] row = new @Nullable Object[columns];
                for (int i = 0; i < columns; i++) {
                    row[i] = rows.getObject(i + 1);
                }
                taker.accept(row);
            }
        }
    }
}
