package org.sopan.mail;

import org.sopan.testing.TestDatabase;

class CrashTest extends CrashRules {
    CrashTest() {
        super(TestDatabase.h2());
    }
}
