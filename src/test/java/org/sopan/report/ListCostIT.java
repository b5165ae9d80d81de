package org.sopan.report;

import org.sopan.testing.TestDatabase;

class ListCostIT extends ListCostRules {
    ListCostIT() {
        super(TestDatabase.postgresql());
    }
}
