package org.sopan.credential;

import org.sopan.testing.TestDatabase;

class BadgeIT extends BadgeRules {
    BadgeIT() {
        super(TestDatabase.postgresql());
    }
}
