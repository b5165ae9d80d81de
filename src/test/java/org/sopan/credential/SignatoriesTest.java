package org.sopan.credential;

import org.sopan.testing.TestDatabase;

class SignatoriesTest extends SignatoriesRules {
    SignatoriesTest() {
        super(TestDatabase.h2());
    }
}
