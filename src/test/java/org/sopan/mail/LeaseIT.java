package org.sopan.mail;

import org.sopan.testing.TestDatabase;

class LeaseIT extends LeaseRules {
    LeaseIT() {
        super(TestDatabase.postgresql());
    }
}
