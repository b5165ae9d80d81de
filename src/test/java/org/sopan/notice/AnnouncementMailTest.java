package org.sopan.notice;

import org.sopan.testing.TestDatabase;

class AnnouncementMailTest extends AnnouncementMailRules {
    AnnouncementMailTest() {
        super(TestDatabase.h2());
    }
}
