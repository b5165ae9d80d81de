package org.sopan.identity;

import org.sopan.testing.TestDatabase;

class FindPeopleIT extends FindPeopleRules {
    FindPeopleIT() {
        super(TestDatabase.postgresql());
    }
}
