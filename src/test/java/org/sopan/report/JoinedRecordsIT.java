package org.sopan.report;

import org.sopan.testing.TestDatabase;

class JoinedRecordsIT extends JoinedRecordsRules {
    JoinedRecordsIT() {
        super(TestDatabase.postgresql());
    }
}
