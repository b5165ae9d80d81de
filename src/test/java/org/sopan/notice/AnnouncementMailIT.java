package org.sopan.notice;

import org.sopan.testing.TestDatabase;

class AnnouncementMailIT extends AnnouncementMailRules {
    AnnouncementMailIT() {
        super(TestDatabase.postgresql());
    }
}
