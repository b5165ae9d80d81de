package org.sopan.mail;

import org.sopan.testing.TestDatabase;

class RefusalTest extends RefusalRules {
    RefusalTest() {
        super(TestDatabase.h2());
    }
}
