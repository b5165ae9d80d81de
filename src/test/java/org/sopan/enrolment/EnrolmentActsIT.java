package org.sopan.enrolment;

import org.sopan.testing.TestDatabase;

class EnrolmentActsIT extends EnrolmentActsRules {
    EnrolmentActsIT() {
        super(TestDatabase.postgresql());
    }
}
