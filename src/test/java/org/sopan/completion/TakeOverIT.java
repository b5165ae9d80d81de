package org.sopan.completion;

import org.sopan.testing.TestDatabase;

class TakeOverIT extends TakeOverRules {
    TakeOverIT() {
        super(TestDatabase.postgresql());
    }
}
