package org.sopan.identity;

import org.sopan.testing.TestDatabase;

class TransferTest extends TransferRules {
    TransferTest() {
        super(TestDatabase.h2());
    }
}
