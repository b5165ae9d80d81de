package org.sopan.credential;

import org.sopan.testing.TestDatabase;

class RegisterIT extends RegisterRules {
    RegisterIT() {
        super(TestDatabase.postgresql());
    }
}
