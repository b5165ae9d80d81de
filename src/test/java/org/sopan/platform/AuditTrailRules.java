package org.sopan.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.PersistenceException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sopan.testing.Rooms;
import org.sopan.testing.TestDatabase;

/** What was recorded is never changed, whoever tries: the database itself refuses. */
abstract class AuditTrailRules {
    private final TestDatabase database;
    private final Rooms rooms;

    AuditTrailRules(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database);
    }

    @BeforeEach
    void record() {
        database.run(() -> rooms.audit.record(null, "enrolled", "x", Map.of("institute", "bpatc")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set action = 'nothing'",
                "update audit_entry set institute = null where subject = 'nobody'",
                "delete from audit_entry",
                "delete from audit_entry where subject = 'nobody'"
            })
    void refusesEveryChangeAndRemoval(String statement) {
        assertThatThrownBy(() -> database.update(statement))
                .rootCause()
                .hasMessageContaining("the audit trail is never changed");
        assertThatThrownBy(() -> database.run(
                        () -> rooms.entities.createNativeQuery(statement).executeUpdate()))
                .isInstanceOf(PersistenceException.class);
        assertThat(database.number(
                        "select count(*) from audit_entry where action = 'enrolled' and institute = 'bpatc'"))
                .isEqualTo(1);
    }

    @Test
    void takesUpFurtherEntriesAfterARefusal() {
        assertThatThrownBy(() -> database.update("delete from audit_entry")).isNotNull();
        record();
        assertThat(database.number("select count(*) from audit_entry")).isEqualTo(2);
    }
}
