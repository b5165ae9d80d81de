package org.sopan.platform;

import org.sopan.testing.TestDatabase;

class AuditTrailIT extends AuditTrailRules {
    AuditTrailIT() {
        super(TestDatabase.postgresql());
    }
}
