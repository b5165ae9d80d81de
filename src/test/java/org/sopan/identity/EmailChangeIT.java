package org.sopan.identity;

import org.sopan.testing.TestDatabase;

class EmailChangeIT extends EmailChangeRules {
    EmailChangeIT() {
        super(TestDatabase.postgresql());
    }
}
