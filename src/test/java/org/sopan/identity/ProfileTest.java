package org.sopan.identity;

import org.sopan.testing.TestDatabase;

class ProfileTest extends ProfileRules {
    ProfileTest() {
        super(TestDatabase.h2());
    }
}
