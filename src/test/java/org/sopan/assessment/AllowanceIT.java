package org.sopan.assessment;

import org.sopan.testing.TestDatabase;

class AllowanceIT extends AllowanceRules {
    AllowanceIT() {
        super(TestDatabase.postgresql());
    }
}
