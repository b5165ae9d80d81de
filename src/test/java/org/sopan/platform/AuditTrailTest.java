package org.sopan.platform;

import org.sopan.testing.TestDatabase;

class AuditTrailTest extends AuditTrailRules {
    AuditTrailTest() {
        super(TestDatabase.h2());
    }
}
