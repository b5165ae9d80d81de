package org.sopan.credential;

import org.sopan.testing.TestDatabase;

class SignerTest extends SignerRules {
    SignerTest() {
        super(TestDatabase.h2());
    }
}
