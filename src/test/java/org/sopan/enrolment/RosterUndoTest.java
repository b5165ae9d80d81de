package org.sopan.enrolment;

import org.sopan.testing.TestDatabase;

class RosterUndoTest extends RosterUndoRules {
    RosterUndoTest() {
        super(TestDatabase.h2());
    }
}
