package org.sopan.report;

import org.sopan.testing.TestDatabase;

class ProgressIT extends ProgressRules {
    ProgressIT() {
        super(TestDatabase.postgresql());
    }
}
