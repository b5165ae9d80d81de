package org.sopan.report;

import org.sopan.testing.TestDatabase;

class ListCompletionsTest extends ListCompletionsRules {
    ListCompletionsTest() {
        super(TestDatabase.h2());
    }
}
