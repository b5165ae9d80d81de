package org.sopan.enrolment;

import org.sopan.testing.TestDatabase;

class RosterFileTest extends RosterFileRules {
    RosterFileTest() {
        super(TestDatabase.h2());
    }
}
