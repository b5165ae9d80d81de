package org.sopan.credential;

import org.sopan.testing.TestDatabase;

class UpgradeTest extends UpgradeRules {
    UpgradeTest() {
        super(TestDatabase.emptyH2("upgrade"));
    }
}
