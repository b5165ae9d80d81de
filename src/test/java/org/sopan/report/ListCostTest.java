package org.sopan.report;

import org.sopan.testing.TestDatabase;

class ListCostTest extends ListCostRules {
    ListCostTest() {
        super(TestDatabase.h2());
    }
}
