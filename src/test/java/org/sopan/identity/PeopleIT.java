package org.sopan.identity;

import org.sopan.testing.TestDatabase;

class PeopleIT extends PeopleRules {
    PeopleIT() {
        super(TestDatabase.postgresql());
    }
}
