package org.sopan.credential;

import org.sopan.testing.TestDatabase;

class PicturesTest extends PicturesRules {
    PicturesTest() {
        super(TestDatabase.h2());
    }
}
