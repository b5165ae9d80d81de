package org.sopan.credential;

import org.sopan.testing.TestDatabase;

class StatementIT extends StatementRules {
    StatementIT() {
        super(TestDatabase.postgresql());
    }
}
