package org.sopan.assessment;

import org.sopan.testing.TestDatabase;

class AttemptIT extends AttemptRules {
    AttemptIT() {
        super(TestDatabase.postgresql());
    }
}
