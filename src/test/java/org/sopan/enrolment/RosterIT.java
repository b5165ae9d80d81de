package org.sopan.enrolment;

import org.sopan.testing.TestDatabase;

class RosterIT extends RosterRules {
    RosterIT() {
        super(TestDatabase.postgresql());
    }
}
