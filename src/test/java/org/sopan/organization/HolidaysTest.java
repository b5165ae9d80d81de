package org.sopan.organization;

import org.sopan.testing.TestDatabase;

class HolidaysTest extends HolidaysRules {
    HolidaysTest() {
        super(TestDatabase.h2());
    }
}
