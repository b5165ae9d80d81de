package org.sopan.enrolment;

import org.sopan.testing.TestDatabase;

class CohortIT extends CohortRules {
    CohortIT() {
        super(TestDatabase.postgresql());
    }
}
