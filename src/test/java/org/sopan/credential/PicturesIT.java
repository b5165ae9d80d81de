package org.sopan.credential;

import org.sopan.testing.TestDatabase;

class PicturesIT extends PicturesRules {
    PicturesIT() {
        super(TestDatabase.postgresql());
    }
}
