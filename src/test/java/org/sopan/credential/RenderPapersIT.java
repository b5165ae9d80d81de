package org.sopan.credential;

import org.sopan.testing.TestDatabase;

class RenderPapersIT extends RenderPapersRules {
    RenderPapersIT() {
        super(TestDatabase.postgresql());
    }
}
