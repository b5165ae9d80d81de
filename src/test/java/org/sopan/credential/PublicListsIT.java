package org.sopan.credential;

import org.sopan.testing.TestDatabase;

class PublicListsIT extends PublicListsRules {
    PublicListsIT() {
        super(TestDatabase.postgresql());
    }
}
