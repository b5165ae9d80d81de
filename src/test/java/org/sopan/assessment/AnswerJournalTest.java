package org.sopan.assessment;

import org.sopan.testing.TestDatabase;

class AnswerJournalTest extends AnswerJournalRules {
    AnswerJournalTest() {
        super(TestDatabase.h2());
    }
}
