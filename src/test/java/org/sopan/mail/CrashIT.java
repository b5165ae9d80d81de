package org.sopan.mail;

import org.sopan.testing.TestDatabase;

class CrashIT extends CrashRules {
    CrashIT() {
        super(TestDatabase.postgresql());
    }
}
