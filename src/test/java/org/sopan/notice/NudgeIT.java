package org.sopan.notice;

import org.sopan.testing.TestDatabase;

class NudgeIT extends NudgeRules {
    NudgeIT() {
        super(TestDatabase.postgresql());
    }
}
