package org.sopan.enrolment;

import org.sopan.testing.TestDatabase;

class RosterFileIT extends RosterFileRules {
    RosterFileIT() {
        super(TestDatabase.postgresql());
    }
}
