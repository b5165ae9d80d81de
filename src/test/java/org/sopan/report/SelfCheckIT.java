package org.sopan.report;

import org.sopan.testing.TestDatabase;

class SelfCheckIT extends SelfCheckRules {
    SelfCheckIT() {
        super(TestDatabase.postgresql());
    }
}
