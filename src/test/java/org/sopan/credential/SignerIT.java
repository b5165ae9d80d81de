package org.sopan.credential;

import org.sopan.testing.TestDatabase;

class SignerIT extends SignerRules {
    SignerIT() {
        super(TestDatabase.postgresql());
    }
}
