package org.sopan.learning;

import org.sopan.testing.TestDatabase;

class KitShelfTest extends KitShelfRules {
    KitShelfTest() {
        super(TestDatabase.h2());
    }
}
