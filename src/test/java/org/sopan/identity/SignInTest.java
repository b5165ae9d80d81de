package org.sopan.identity;

import org.sopan.testing.TestDatabase;

class SignInTest extends SignInRules {
    SignInTest() {
        super(TestDatabase.h2());
    }
}
