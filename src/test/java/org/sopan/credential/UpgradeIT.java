package org.sopan.credential;

import org.sopan.testing.TestDatabase;

class UpgradeIT extends UpgradeRules {
    UpgradeIT() {
        super(TestDatabase.emptyPostgresql("upgrade"));
    }
}
