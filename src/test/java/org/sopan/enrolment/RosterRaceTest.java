package org.sopan.enrolment;

import org.sopan.testing.TestDatabase;

class RosterRaceTest extends RosterRaceRules {
    RosterRaceTest() {
        super(TestDatabase.h2());
    }
}
