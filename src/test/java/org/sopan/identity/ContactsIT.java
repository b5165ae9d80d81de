package org.sopan.identity;

import org.sopan.testing.TestDatabase;

class ContactsIT extends ContactsRules {
    ContactsIT() {
        super(TestDatabase.postgresql());
    }
}
