package org.sopan.completion;

import org.sopan.testing.TestDatabase;

class AwardSearchTest extends AwardSearchRules {
    AwardSearchTest() {
        super(TestDatabase.h2());
    }
}
