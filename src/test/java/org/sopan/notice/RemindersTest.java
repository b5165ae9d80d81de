package org.sopan.notice;

import org.sopan.testing.TestDatabase;

class RemindersTest extends RemindersRules {
    RemindersTest() {
        super(TestDatabase.h2());
    }
}
