package org.sopan.notice;

import org.sopan.testing.TestDatabase;

class PreviewTest extends PreviewRules {
    PreviewTest() {
        super(TestDatabase.h2());
    }
}
