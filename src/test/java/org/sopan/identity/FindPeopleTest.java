package org.sopan.identity;

import org.sopan.testing.TestDatabase;

class FindPeopleTest extends FindPeopleRules {
    FindPeopleTest() {
        super(TestDatabase.h2());
    }
}
