package org.sopan.report;

import org.sopan.testing.TestDatabase;

class CohortDashboardTest extends CohortDashboardRules {
    CohortDashboardTest() {
        super(TestDatabase.h2());
    }
}
