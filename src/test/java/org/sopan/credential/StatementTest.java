package org.sopan.credential;

import org.sopan.testing.TestDatabase;

class StatementTest extends StatementRules {
    StatementTest() {
        super(TestDatabase.h2());
    }
}
