package org.sopan.identity;

import org.sopan.testing.TestDatabase;

class SearchAuditTest extends SearchAuditRules {
    SearchAuditTest() {
        super(TestDatabase.h2());
    }
}
