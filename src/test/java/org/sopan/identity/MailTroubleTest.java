package org.sopan.identity;

import org.sopan.testing.TestDatabase;

class MailTroubleTest extends MailTroubleRules {
    MailTroubleTest() {
        super(TestDatabase.h2());
    }
}
