package org.sopan.identity;

import org.sopan.testing.TestDatabase;

class InviteAgainTest extends InviteAgainRules {
    InviteAgainTest() {
        super(TestDatabase.h2());
    }
}
