package org.sopan.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sopan.assessment.AnswerJournal.Entry;
import org.sopan.course.Catalogue;
import org.sopan.course.Item;
import org.sopan.platform.Caller;
import org.sopan.shared.DomainException;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.spi.question.RefusedResponse;

/** Saves one answer into the journal and gives its receipt. A replay gives the same receipt; nothing newer is lost. */
@ApplicationScoped
public class SaveAnswer {
    private final Attempts attempts;
    private final AnswerJournal journal;
    private final Catalogue catalogue;
    private final QuestionTypes types;
    private final Caller caller;
    private final Clock clock;

    @Inject
    public SaveAnswer(
            Attempts attempts,
            AnswerJournal journal,
            Catalogue catalogue,
            QuestionTypes types,
            Caller caller,
            Clock clock) {
        this.attempts = attempts;
        this.journal = journal;
        this.catalogue = catalogue;
        this.types = types;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Saves an answer.
     *
     * @param seq counts the saves of this item on the reader's side, from 1; gaps are allowed
     * @param response a JSON null clears the answer
     */
    @Transactional
    public Entry save(UUID id, String itemId, int seq, JsonValue response) {
        Attempt attempt = attempts.lockOwnOf(caller, id);
        DrawnItem drawn = attempt.drawn(itemId);
        Optional<Entry> latest = journal.latestFrom(id, itemId, seq);
        if (latest.isPresent()) {
            return replay(id, itemId, seq, response, latest.get());
        }
        Instant now = clock.instant();
        attempt.mustTakeAnswers(now);
        if (response != JsonValue.NULL) {
            check(attempt, drawn, response);
        }
        return journal.append(attempt, itemId, seq, response, now);
    }

    private Entry replay(UUID id, String item, int seq, JsonValue response, Entry latest) {
        return journal.find(id, item, seq)
                .filter(entry -> entry.response().equals(response))
                .orElseThrow(() -> new DomainException.Conflict(
                        "stale-answer", Map.of("response", latest.response(), "seq", latest.seq())));
    }

    private void check(Attempt attempt, DrawnItem drawn, JsonValue response) {
        Item item = catalogue
                .release(attempt.course(), attempt.release())
                .quiz(attempt.quiz())
                .flatMap(quiz -> quiz.item(drawn.id()))
                .orElseThrow();
        try {
            types.of(item.type()).check(item.definition(), drawn.drawn(), response);
        } catch (RefusedResponse refused) {
            throw Invalid.refused("refused-response", new FieldError("response", refused.code()));
        }
    }
}
