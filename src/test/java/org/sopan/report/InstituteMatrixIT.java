package org.sopan.report;

import org.sopan.testing.TestDatabase;

class InstituteMatrixIT extends InstituteMatrixRules {
    InstituteMatrixIT() {
        super(TestDatabase.postgresql());
    }
}
