package org.sopan.report;

import org.sopan.testing.TestDatabase;

class InstituteDashboardIT extends InstituteDashboardRules {
    InstituteDashboardIT() {
        super(TestDatabase.postgresql());
    }
}
