package org.sopan.credential;

import org.sopan.testing.TestDatabase;

class RegisterTest extends RegisterRules {
    RegisterTest() {
        super(TestDatabase.h2());
    }
}
