package org.sopan.mail;

import org.sopan.testing.TestDatabase;

class LeaseTest extends LeaseRules {
    LeaseTest() {
        super(TestDatabase.h2());
    }
}
