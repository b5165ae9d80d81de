package org.sopan.identity;

import org.sopan.testing.TestDatabase;

class FirstPeopleIT extends FirstPeopleRules {
    FirstPeopleIT() {
        super(TestDatabase.postgresql());
    }
}
