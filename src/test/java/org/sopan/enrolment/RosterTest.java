package org.sopan.enrolment;

import org.sopan.testing.TestDatabase;

class RosterTest extends RosterRules {
    RosterTest() {
        super(TestDatabase.h2());
    }
}
