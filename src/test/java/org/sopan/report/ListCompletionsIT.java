package org.sopan.report;

import org.sopan.testing.TestDatabase;

class ListCompletionsIT extends ListCompletionsRules {
    ListCompletionsIT() {
        super(TestDatabase.postgresql());
    }
}
