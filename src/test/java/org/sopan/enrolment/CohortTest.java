package org.sopan.enrolment;

import org.sopan.testing.TestDatabase;

class CohortTest extends CohortRules {
    CohortTest() {
        super(TestDatabase.h2());
    }
}
