package org.sopan.notice;

import org.sopan.testing.TestDatabase;

class PreviewIT extends PreviewRules {
    PreviewIT() {
        super(TestDatabase.postgresql());
    }
}
