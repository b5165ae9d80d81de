package org.sopan.report;

import org.sopan.testing.TestDatabase;

class JoinedRecordsTest extends JoinedRecordsRules {
    JoinedRecordsTest() {
        super(TestDatabase.h2());
    }
}
