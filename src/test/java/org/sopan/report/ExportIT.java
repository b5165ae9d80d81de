package org.sopan.report;

import org.sopan.testing.TestDatabase;

class ExportIT extends ExportRules {
    ExportIT() {
        super(TestDatabase.postgresql());
    }
}
