package org.sopan.completion;

import org.sopan.testing.TestDatabase;

class CompletionIT extends CompletionRules {
    CompletionIT() {
        super(TestDatabase.postgresql());
    }
}
