package org.sopan.enrolment;

import org.sopan.testing.TestDatabase;

class RosterAfterwardsIT extends RosterAfterwardsRules {
    RosterAfterwardsIT() {
        super(TestDatabase.postgresql());
    }
}
