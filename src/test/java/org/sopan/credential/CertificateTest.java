package org.sopan.credential;

import org.sopan.testing.TestDatabase;

class CertificateTest extends CertificateRules {
    CertificateTest() {
        super(TestDatabase.h2());
    }
}
