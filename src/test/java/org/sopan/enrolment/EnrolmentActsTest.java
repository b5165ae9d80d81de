package org.sopan.enrolment;

import org.sopan.testing.TestDatabase;

class EnrolmentActsTest extends EnrolmentActsRules {
    EnrolmentActsTest() {
        super(TestDatabase.h2());
    }
}
