package org.sopan.identity;

import org.sopan.testing.TestDatabase;

class DeactivationIT extends DeactivationRules {
    DeactivationIT() {
        super(TestDatabase.postgresql());
    }
}
