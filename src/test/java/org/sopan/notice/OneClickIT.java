package org.sopan.notice;

import org.sopan.testing.TestDatabase;

class OneClickIT extends OneClickRules {
    OneClickIT() {
        super(TestDatabase.postgresql());
    }
}
