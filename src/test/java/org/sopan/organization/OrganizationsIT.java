package org.sopan.organization;

import org.sopan.testing.TestDatabase;

class OrganizationsIT extends OrganizationsRules {
    OrganizationsIT() {
        super(TestDatabase.postgresql());
    }
}
