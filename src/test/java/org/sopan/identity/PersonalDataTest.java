package org.sopan.identity;

import org.sopan.testing.TestDatabase;

class PersonalDataTest extends PersonalDataRules {
    PersonalDataTest() {
        super(TestDatabase.h2());
    }
}
