package org.sopan.identity;

import org.sopan.testing.TestDatabase;

class SignInIT extends SignInRules {
    SignInIT() {
        super(TestDatabase.postgresql());
    }
}
