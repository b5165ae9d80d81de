package org.sopan.identity;

import org.sopan.testing.TestDatabase;

class CorrectionTest extends CorrectionRules {
    CorrectionTest() {
        super(TestDatabase.h2());
    }
}
