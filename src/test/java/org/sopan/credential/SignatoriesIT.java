package org.sopan.credential;

import org.sopan.testing.TestDatabase;

class SignatoriesIT extends SignatoriesRules {
    SignatoriesIT() {
        super(TestDatabase.postgresql());
    }
}
