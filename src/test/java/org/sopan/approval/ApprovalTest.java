package org.sopan.approval;

import org.sopan.testing.TestDatabase;

class ApprovalTest extends ApprovalRules {
    ApprovalTest() {
        super(TestDatabase.h2());
    }
}
