package org.sopan.enrolment;

import org.sopan.testing.TestDatabase;

class RosterKnownTest extends RosterKnownRules {
    RosterKnownTest() {
        super(TestDatabase.h2());
    }
}
