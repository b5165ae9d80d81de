package org.sopan.notice;

import org.sopan.testing.TestDatabase;

class AnnouncementTest extends AnnouncementRules {
    AnnouncementTest() {
        super(TestDatabase.h2());
    }
}
