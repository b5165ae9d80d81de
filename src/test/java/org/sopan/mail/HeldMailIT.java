package org.sopan.mail;

import org.sopan.testing.TestDatabase;

class HeldMailIT extends HeldMailRules {
    HeldMailIT() {
        super(TestDatabase.postgresql());
    }
}
