package org.sopan.identity;

import org.sopan.testing.TestDatabase;

class SessionsIT extends SessionsRules {
    SessionsIT() {
        super(TestDatabase.postgresql());
    }
}
