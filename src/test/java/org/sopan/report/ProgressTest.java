package org.sopan.report;

import org.sopan.testing.TestDatabase;

class ProgressTest extends ProgressRules {
    ProgressTest() {
        super(TestDatabase.h2());
    }
}
