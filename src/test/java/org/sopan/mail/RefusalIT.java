package org.sopan.mail;

import org.sopan.testing.TestDatabase;

class RefusalIT extends RefusalRules {
    RefusalIT() {
        super(TestDatabase.postgresql());
    }
}
