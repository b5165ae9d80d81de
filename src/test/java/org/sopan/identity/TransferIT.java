package org.sopan.identity;

import org.sopan.testing.TestDatabase;

class TransferIT extends TransferRules {
    TransferIT() {
        super(TestDatabase.postgresql());
    }
}
