package org.sopan.report;

import org.sopan.testing.TestDatabase;

class InstituteDashboardTest extends InstituteDashboardRules {
    InstituteDashboardTest() {
        super(TestDatabase.h2());
    }
}
