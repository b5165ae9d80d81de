package org.sopan.assessment;

import org.sopan.testing.TestDatabase;

class AllowanceTest extends AllowanceRules {
    AllowanceTest() {
        super(TestDatabase.h2());
    }
}
