package org.sopan.enrolment;

import org.sopan.testing.TestDatabase;

class RosterQuestionTest extends RosterQuestionRules {
    RosterQuestionTest() {
        super(TestDatabase.h2());
    }
}
