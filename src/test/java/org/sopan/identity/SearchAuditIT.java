package org.sopan.identity;

import org.sopan.testing.TestDatabase;

class SearchAuditIT extends SearchAuditRules {
    SearchAuditIT() {
        super(TestDatabase.postgresql());
    }
}
