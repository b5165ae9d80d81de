package org.sopan.notice;

import org.sopan.testing.TestDatabase;

class OneClickTest extends OneClickRules {
    OneClickTest() {
        super(TestDatabase.h2());
    }
}
