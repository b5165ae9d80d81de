package org.sopan.completion;

import org.sopan.testing.TestDatabase;

class TakeOverTest extends TakeOverRules {
    TakeOverTest() {
        super(TestDatabase.h2());
    }
}
