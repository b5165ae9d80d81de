package org.sopan.enrolment;

import org.sopan.testing.TestDatabase;

class RosterQuestionIT extends RosterQuestionRules {
    RosterQuestionIT() {
        super(TestDatabase.postgresql());
    }
}
