package org.sopan.identity;

import org.sopan.testing.TestDatabase;

class CorrectionIT extends CorrectionRules {
    CorrectionIT() {
        super(TestDatabase.postgresql());
    }
}
