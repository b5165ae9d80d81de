package org.sopan.notice;

import org.sopan.testing.TestDatabase;

class NudgeTest extends NudgeRules {
    NudgeTest() {
        super(TestDatabase.h2());
    }
}
