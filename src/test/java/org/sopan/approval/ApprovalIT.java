package org.sopan.approval;

import org.sopan.testing.TestDatabase;

class ApprovalIT extends ApprovalRules {
    ApprovalIT() {
        super(TestDatabase.postgresql());
    }
}
