package org.sopan.completion;

import org.sopan.testing.TestDatabase;

class CompletionTest extends CompletionRules {
    CompletionTest() {
        super(TestDatabase.h2());
    }
}
