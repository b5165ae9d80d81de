package org.sopan.enrolment;

import org.sopan.testing.TestDatabase;

class RosterKnownIT extends RosterKnownRules {
    RosterKnownIT() {
        super(TestDatabase.postgresql());
    }
}
