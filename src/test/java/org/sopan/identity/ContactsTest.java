package org.sopan.identity;

import org.sopan.testing.TestDatabase;

class ContactsTest extends ContactsRules {
    ContactsTest() {
        super(TestDatabase.h2());
    }
}
