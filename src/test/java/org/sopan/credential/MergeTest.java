package org.sopan.credential;

import org.sopan.testing.TestDatabase;

class MergeTest extends MergeRules {
    MergeTest() {
        super(TestDatabase.h2());
    }
}
