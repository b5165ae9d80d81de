package org.sopan.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.sopan.testing.TestDatabase;

/** What stands in the database of a running server is there, and findable, after the next version has started. */
class MigrationTest {
    private final JdbcDataSource source = new JdbcDataSource();

    MigrationTest() {
        source.setURL("jdbc:h2:mem:migration;DB_CLOSE_DELAY=-1" + TestDatabase.H2_OPTIONS);
    }

    @Test
    void givesEarlierEntriesTheirInstituteAndEarlierMailItsPerson() throws SQLException {
        Flyway all = Database.migrations(source);
        Flyway.configure()
                .configuration(all.getConfiguration())
                .target("2")
                .load()
                .migrate();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into person (id, email, language, active, created_at, version) values"
                    + " ('00000000-0000-0000-0000-000000000001', 'rahima@sopan.example', 'BN', true,"
                    + " current_timestamp, 1)");
            mail(statement, 1, "rahima@sopan.example");
            mail(statement, 2, "nobody@sopan.example");
            audit(statement, "{\"course\":\"basics\",\"institute\":\"bpatc\"}");
            audit(statement, "{\"institute\":\"nilg\",\"reason\":\"a, \\\"b\\\"\"}");
            audit(statement, "{}");
            all.migrate();
            assertThat(column(statement, "select institute from audit_entry order by id"))
                    .containsExactly("bpatc", "nilg", "null");
            assertThat(column(statement, "select cast(person as varchar) from outbox order by dedupe_key"))
                    .containsExactly("00000000-0000-0000-0000-000000000001", "null");
        }
    }

    @Test
    void givesMailOfEveryKindItsPersonAndLeavesNoJoinersInAddresses() throws SQLException {
        source.setURL("jdbc:h2:mem:later-migration;DB_CLOSE_DELAY=-1" + TestDatabase.H2_OPTIONS);
        Flyway all = Database.migrations(source);
        Flyway.configure()
                .configuration(all.getConfiguration())
                .target("12?")
                .load()
                .migrate();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            person(statement, 1, "rahi\u200Dma@sopan.example");
            person(statement, 2, "karim@sopan.example");
            person(statement, 3, "kari\u200Cm@sopan.example");
            mail(statement, 1, "rahima@sopan.example");
            mail(statement, 2, "new@sopan.example");
            statement.execute("update outbox set template = 'email-change-new', dedupe_key ="
                    + " 'email-change-new/00000000-0000-0000-0000-000000000009' where dedupe_key = '2'");
            statement.execute("insert into email_change (id, person, old_address, new_address, old_confirmed,"
                    + " new_confirmed, state, asked_at, expires_at, version) values"
                    + " ('00000000-0000-0000-0000-000000000009', '00000000-0000-0000-0000-000000000002', 'x', 'x',"
                    + " false, false, 'PENDING', current_timestamp, current_timestamp, 1)");
            all.migrate();
            assertThat(column(statement, "select email from person order by id"))
                    .containsExactly("rahima@sopan.example", "karim@sopan.example", "kari\u200Cm@sopan.example");
            assertThat(column(statement, "select person from outbox order by dedupe_key"))
                    .containsExactly("00000000-0000-0000-0000-000000000001", "00000000-0000-0000-0000-000000000002");
        }
    }

    private static void person(Statement statement, int number, String email) throws SQLException {
        statement.execute("insert into person (id, email, language, active, created_at, version) values"
                + " ('00000000-0000-0000-0000-00000000000" + number + "', '" + email + "', 'BN', true,"
                + " current_timestamp, 1)");
    }

    private static void mail(Statement statement, int number, String address) throws SQLException {
        statement.execute("insert into outbox (id, dedupe_key, template, address, language, content, released, state,"
                + " attempts, due_at, message_id, created_at) values ('00000000-0000-0000-0000-00000000001" + number
                + "', '" + number + "', 'invitation', '" + address + "', 'BN', '{}', true, 'sent', 1,"
                + " current_timestamp, 'x', current_timestamp)");
    }

    private static void audit(Statement statement, String details) throws SQLException {
        statement.execute("insert into audit_entry (happened_at, action, subject, details) values (current_timestamp,"
                + " 'enrolled', 'x', '" + details + "')");
    }

    private static List<String> column(Statement statement, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
        }
        return values;
    }
}
