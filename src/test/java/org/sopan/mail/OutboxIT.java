package org.sopan.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.sopan.testing.TestDatabase;

class OutboxIT extends OutboxRules {
    OutboxIT() {
        super(TestDatabase.postgresql());
    }

    @Override
    void assertSecondSender(List<UUID> claimed) {
        assertThat(claimed).hasSize(5);
    }
}
