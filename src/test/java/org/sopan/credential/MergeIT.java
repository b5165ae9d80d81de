package org.sopan.credential;

import org.sopan.testing.TestDatabase;

class MergeIT extends MergeRules {
    MergeIT() {
        super(TestDatabase.postgresql());
    }
}
