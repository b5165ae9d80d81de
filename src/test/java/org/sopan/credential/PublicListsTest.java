package org.sopan.credential;

import org.sopan.testing.TestDatabase;

class PublicListsTest extends PublicListsRules {
    PublicListsTest() {
        super(TestDatabase.h2());
    }
}
