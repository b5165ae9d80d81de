package org.sopan.identity;

import org.sopan.testing.TestDatabase;

class EmailChangeTest extends EmailChangeRules {
    EmailChangeTest() {
        super(TestDatabase.h2());
    }
}
