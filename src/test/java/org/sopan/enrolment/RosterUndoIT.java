package org.sopan.enrolment;

import org.sopan.testing.TestDatabase;

class RosterUndoIT extends RosterUndoRules {
    RosterUndoIT() {
        super(TestDatabase.postgresql());
    }
}
