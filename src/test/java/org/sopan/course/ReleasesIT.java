package org.sopan.course;

import org.sopan.testing.TestDatabase;

class ReleasesIT extends ReleasesRules {
    ReleasesIT() {
        super(TestDatabase.postgresql());
    }
}
