package org.sopan.mail;

import org.sopan.testing.TestDatabase;

class DeadLetterTest extends DeadLetterRules {
    DeadLetterTest() {
        super(TestDatabase.h2());
    }
}
