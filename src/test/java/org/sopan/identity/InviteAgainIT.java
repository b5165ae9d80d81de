package org.sopan.identity;

import org.sopan.testing.TestDatabase;

class InviteAgainIT extends InviteAgainRules {
    InviteAgainIT() {
        super(TestDatabase.postgresql());
    }
}
