package org.sopan.organization;

import org.sopan.testing.TestDatabase;

class HolidaysIT extends HolidaysRules {
    HolidaysIT() {
        super(TestDatabase.postgresql());
    }
}
