package org.sopan.identity;

import org.sopan.testing.TestDatabase;

class MailTroubleIT extends MailTroubleRules {
    MailTroubleIT() {
        super(TestDatabase.postgresql());
    }
}
