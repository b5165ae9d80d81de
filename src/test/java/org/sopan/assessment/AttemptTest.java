package org.sopan.assessment;

import org.sopan.testing.TestDatabase;

class AttemptTest extends AttemptRules {
    AttemptTest() {
        super(TestDatabase.h2());
    }
}
