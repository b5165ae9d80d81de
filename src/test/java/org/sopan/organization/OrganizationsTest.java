package org.sopan.organization;

import org.sopan.testing.TestDatabase;

class OrganizationsTest extends OrganizationsRules {
    OrganizationsTest() {
        super(TestDatabase.h2());
    }
}
