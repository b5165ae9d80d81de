package org.sopan.completion;

import org.sopan.testing.TestDatabase;

class AwardSearchIT extends AwardSearchRules {
    AwardSearchIT() {
        super(TestDatabase.postgresql());
    }
}
