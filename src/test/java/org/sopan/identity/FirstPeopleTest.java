package org.sopan.identity;

import org.sopan.testing.TestDatabase;

class FirstPeopleTest extends FirstPeopleRules {
    FirstPeopleTest() {
        super(TestDatabase.h2());
    }
}
