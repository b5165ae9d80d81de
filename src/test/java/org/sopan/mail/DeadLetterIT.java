package org.sopan.mail;

import org.sopan.testing.TestDatabase;

class DeadLetterIT extends DeadLetterRules {
    DeadLetterIT() {
        super(TestDatabase.postgresql());
    }
}
