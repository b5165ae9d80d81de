package org.sopan.report;

import org.sopan.testing.TestDatabase;

class InstituteMatrixTest extends InstituteMatrixRules {
    InstituteMatrixTest() {
        super(TestDatabase.h2());
    }
}
