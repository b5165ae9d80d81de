package org.sopan.completion;

import org.sopan.testing.TestDatabase;

class ProgrammeAwardIT extends ProgrammeAwardRules {
    ProgrammeAwardIT() {
        super(TestDatabase.postgresql());
    }
}
