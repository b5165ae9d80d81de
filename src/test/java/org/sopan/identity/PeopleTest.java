package org.sopan.identity;

import org.sopan.testing.TestDatabase;

class PeopleTest extends PeopleRules {
    PeopleTest() {
        super(TestDatabase.h2());
    }
}
