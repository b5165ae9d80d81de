package org.sopan.assessment;

import org.sopan.testing.TestDatabase;

class AnswerJournalIT extends AnswerJournalRules {
    AnswerJournalIT() {
        super(TestDatabase.postgresql());
    }
}
