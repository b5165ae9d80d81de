package org.sopan.identity;

import org.sopan.testing.TestDatabase;

class OneTimeLinksTest extends OneTimeLinksRules {
    OneTimeLinksTest() {
        super(TestDatabase.h2());
    }
}
