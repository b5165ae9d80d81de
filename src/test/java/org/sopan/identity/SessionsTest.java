package org.sopan.identity;

import org.sopan.testing.TestDatabase;

class SessionsTest extends SessionsRules {
    SessionsTest() {
        super(TestDatabase.h2());
    }
}
