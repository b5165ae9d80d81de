package org.sopan.report;

import org.sopan.testing.TestDatabase;

class CohortDashboardIT extends CohortDashboardRules {
    CohortDashboardIT() {
        super(TestDatabase.postgresql());
    }
}
