package org.sopan.credential;

import org.sopan.testing.TestDatabase;

class WhyNotYetTest extends WhyNotYetRules {
    WhyNotYetTest() {
        super(TestDatabase.h2());
    }
}
