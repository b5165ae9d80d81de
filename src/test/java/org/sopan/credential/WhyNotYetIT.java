package org.sopan.credential;

import org.sopan.testing.TestDatabase;

class WhyNotYetIT extends WhyNotYetRules {
    WhyNotYetIT() {
        super(TestDatabase.postgresql());
    }
}
