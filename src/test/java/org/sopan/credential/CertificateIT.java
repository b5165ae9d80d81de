package org.sopan.credential;

import org.sopan.testing.TestDatabase;

class CertificateIT extends CertificateRules {
    CertificateIT() {
        super(TestDatabase.postgresql());
    }
}
