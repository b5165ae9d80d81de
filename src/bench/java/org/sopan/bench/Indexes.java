package org.sopan.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Indexes that are no constraint, taken away while many rows come in and made again afterwards: sorting once is faster. */
final class Indexes {
    /** H2's. */
    private static final int BELONGS_TO_CONSTRAINT = 90085;

    private static final Pattern NAME =
            Pattern.compile("create index \"?(?:public)?\"?\\.?\"?(\\w+)\"?", Pattern.CASE_INSENSITIVE);
    private static final Pattern TABLE = Pattern.compile(" on \"?public\"?\\.\"?(\\w+)\"?", Pattern.CASE_INSENSITIVE);
    private final Connection connection;
    private final Map<String, String> statements = new TreeMap<>();

    Indexes(Connection connection, List<String> tables) throws SQLException {
        this.connection = connection;
        boolean h2 = connection.getMetaData().getURL().startsWith("jdbc:h2:");
        for (String statement :
                first(h2 ? "script nodata" : "select indexdef from pg_indexes where schemaname = 'public'")) {
            Matcher name = NAME.matcher(statement);
            Matcher table = TABLE.matcher(statement);
            if (name.lookingAt() && table.find() && tables.contains(table.group(1))) {
                statements.put(name.group(1), statement);
            }
        }
    }

    /** Those that can be: H2 keeps the ones that its foreign keys lean on. */
    void drop() throws SQLException {
        for (String name : List.copyOf(statements.keySet())) {
            try {
                run("drop index " + name);
            } catch (SQLException e) {
                if (e.getErrorCode() != BELONGS_TO_CONSTRAINT) {
                    throw e;
                }
                statements.remove(name);
            }
        }
    }

    void create() throws SQLException {
        for (String statement : statements.values()) {
            run(statement);
        }
    }

    private List<String> first(String query) throws SQLException {
        List<String> column = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                column.add(rows.getString(1).strip());
            }
        }
        return column;
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
    }
}
