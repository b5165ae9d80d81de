package org.sopan.notice;

import org.sopan.testing.TestDatabase;

class AnnouncementIT extends AnnouncementRules {
    AnnouncementIT() {
        super(TestDatabase.postgresql());
    }
}
