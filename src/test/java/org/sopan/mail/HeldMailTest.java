package org.sopan.mail;

import org.sopan.testing.TestDatabase;

class HeldMailTest extends HeldMailRules {
    HeldMailTest() {
        super(TestDatabase.h2());
    }
}
