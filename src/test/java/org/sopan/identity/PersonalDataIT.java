package org.sopan.identity;

import org.sopan.testing.TestDatabase;

class PersonalDataIT extends PersonalDataRules {
    PersonalDataIT() {
        super(TestDatabase.postgresql());
    }
}
