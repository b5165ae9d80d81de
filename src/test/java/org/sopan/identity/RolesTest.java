package org.sopan.identity;

import org.sopan.testing.TestDatabase;

class RolesTest extends RolesRules {
    RolesTest() {
        super(TestDatabase.h2());
    }
}
