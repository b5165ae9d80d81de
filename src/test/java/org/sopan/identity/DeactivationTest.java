package org.sopan.identity;

import org.sopan.testing.TestDatabase;

class DeactivationTest extends DeactivationRules {
    DeactivationTest() {
        super(TestDatabase.h2());
    }
}
