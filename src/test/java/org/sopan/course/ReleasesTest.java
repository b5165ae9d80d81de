package org.sopan.course;

import org.sopan.testing.TestDatabase;

class ReleasesTest extends ReleasesRules {
    ReleasesTest() {
        super(TestDatabase.h2());
    }
}
