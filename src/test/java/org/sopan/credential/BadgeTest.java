package org.sopan.credential;

import org.sopan.testing.TestDatabase;

class BadgeTest extends BadgeRules {
    BadgeTest() {
        super(TestDatabase.h2());
    }
}
