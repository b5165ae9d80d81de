package org.sopan.enrolment;

import org.sopan.testing.TestDatabase;

class RosterAfterwardsTest extends RosterAfterwardsRules {
    RosterAfterwardsTest() {
        super(TestDatabase.h2());
    }
}
