package org.sopan.identity;

import org.sopan.testing.TestDatabase;

class ProfileIT extends ProfileRules {
    ProfileIT() {
        super(TestDatabase.postgresql());
    }
}
