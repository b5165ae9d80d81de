package org.sopan.enrolment;

import org.sopan.testing.TestDatabase;

class EnrolmentIT extends EnrolmentRules {
    EnrolmentIT() {
        super(TestDatabase.postgresql());
    }
}
