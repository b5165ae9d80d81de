package org.sopan.credential;

import org.sopan.testing.TestDatabase;

class RenderPapersTest extends RenderPapersRules {
    RenderPapersTest() {
        super(TestDatabase.h2());
    }
}
