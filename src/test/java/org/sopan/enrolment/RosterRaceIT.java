package org.sopan.enrolment;

import org.sopan.testing.TestDatabase;

class RosterRaceIT extends RosterRaceRules {
    RosterRaceIT() {
        super(TestDatabase.postgresql());
    }
}
