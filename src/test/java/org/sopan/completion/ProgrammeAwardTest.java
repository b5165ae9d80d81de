package org.sopan.completion;

import org.sopan.testing.TestDatabase;

class ProgrammeAwardTest extends ProgrammeAwardRules {
    ProgrammeAwardTest() {
        super(TestDatabase.h2());
    }
}
