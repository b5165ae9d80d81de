package org.sopan.identity;

import org.sopan.testing.TestDatabase;

class RolesIT extends RolesRules {
    RolesIT() {
        super(TestDatabase.postgresql());
    }
}
