package org.sopan.identity;

import org.sopan.testing.TestDatabase;

class OneTimeLinksIT extends OneTimeLinksRules {
    OneTimeLinksIT() {
        super(TestDatabase.postgresql());
    }
}
