package org.sopan.enrolment;

import org.sopan.testing.TestDatabase;

class EnrolmentTest extends EnrolmentRules {
    EnrolmentTest() {
        super(TestDatabase.h2());
    }
}
