package org.sopan.learning;

import org.sopan.testing.TestDatabase;

class KitShelfIT extends KitShelfRules {
    KitShelfIT() {
        super(TestDatabase.postgresql());
    }
}
