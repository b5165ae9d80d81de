package org.sopan.report;

import org.sopan.testing.TestDatabase;

class SelfCheckTest extends SelfCheckRules {
    SelfCheckTest() {
        super(TestDatabase.h2());
    }
}
