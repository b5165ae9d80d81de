package org.sopan.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sopan.assessment.AnswerJournal.Entry;
import org.sopan.platform.Acting;
import org.sopan.platform.Hashes;
import org.sopan.shared.DomainException.Conflict;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.shared.DomainException.NotFound;
import org.sopan.testing.AtOnce;
import org.sopan.testing.Rooms;
import org.sopan.testing.Study;
import org.sopan.testing.TestDatabase;

abstract class AnswerJournalRules {
    private final TestDatabase database;
    private final Rooms rooms;
    private final Study study;
    private final UUID attempt;
    private final List<JsonObject> items;

    AnswerJournalRules(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database).withCourses();
        study = new Study(rooms);
        attempt = study.begin(rooms.enrol(rooms.learner("rahima", "bpatc"), "basics"), "m1-first");
        items = study.items(attempt);
    }

    @Test
    void chainsTheReceiptsOfAllAnswersOfAnAttempt() {
        List<Entry> saved = new ArrayList<>();
        for (int seq = 1; seq <= 3; seq++) {
            for (JsonObject item : items) {
                rooms.clock.advance(Duration.ofMillis(1));
                saved.add(save(item, seq, Study.right(item)));
            }
        }
        assertChain(saved);
        assertThat(database.number("select journal_length from attempt")).isEqualTo(saved.size());
    }

    @Test
    void givesAReplayItsReceiptAgainAlsoLaterAndAfterClosing() {
        JsonObject item = items.get(0);
        Entry first = save(item, 1, Study.right(item));
        save(item, 5, JsonValue.NULL);
        rooms.clock.advance(Duration.ofHours(1));
        assertThat(save(item, 1, Study.right(item))).isEqualTo(first);
        study.submit(attempt);
        assertThat(save(item, 1, Study.right(item))).isEqualTo(first);
        assertThat(database.number("select count(*) from answer")).isEqualTo(2);
    }

    @Test
    void refusesAnythingElseNotNewerAndTellsWhatWasKept() {
        JsonObject item = items.get(0);
        save(item, 5, Study.right(item));
        for (int seq : new int[] {1, 4, 5}) {
            Conflict stale = catchThrowableOfType(Conflict.class, () -> save(item, seq, JsonValue.NULL));
            assertThat(stale).as("seq %d", seq).hasMessage("stale-answer");
            assertThat(stale.details()).containsEntry("seq", 5).containsEntry("response", Study.right(item));
        }
        assertThat(kept(item).getJsonObject("response")).isEqualTo(Study.right(item));
    }

    @Test
    void staysStaleAfterClosing() {
        JsonObject item = items.get(0);
        save(item, 5, Study.right(item));
        study.submit(attempt);
        assertThatThrownBy(() -> save(item, 4, JsonValue.NULL)).hasMessage("stale-answer");
        assertThatThrownBy(() -> save(item, 6, JsonValue.NULL)).hasMessage("attempt-closed");
    }

    @Test
    void keepsTheNewestOfEachItem() {
        JsonObject item = items.get(0);
        save(items.get(1), 1, Study.right(items.get(1)));
        save(item, 1, Study.right(item));
        Entry newest = save(item, 10, Study.right(item));
        assertThat(kept(item).getInt("seq")).isEqualTo(10);
        assertThat(kept(item).getString("receipt")).isEqualTo(newest.receipt());
        assertThat(study.show(attempt).getJsonObject("answers")).hasSize(2);
    }

    @Test
    void clearsAnAnswer() {
        JsonObject item = items.get(0);
        study.answer(attempt);
        save(item, 2, JsonValue.NULL);
        assertThat(kept(item).get("response")).isEqualTo(JsonValue.NULL);
        JsonObject result = ShowAttempt.result(study.submit(attempt));
        assertThat(result.getJsonNumber("score").bigDecimalValue())
                .isEqualByComparingTo(result.getJsonNumber("max")
                        .bigDecimalValue()
                        .subtract(item.getJsonNumber("points").bigDecimalValue()));
    }

    @Test
    void knowsOnlyItemsThatWereDrawn() {
        assertThatThrownBy(() -> save("t1", 1, JsonValue.NULL)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> save("no-such-item", 1, JsonValue.NULL))
                .isInstanceOf(NotFound.class)
                .hasMessage("unknown-item");
    }

    @Test
    void refusesAResponseThatCannotBeOneAndKeepsTheEarlier() {
        JsonObject item = items.get(0);
        save(item, 1, Study.right(item));
        JsonObject nonsense = Json.createObjectBuilder().add("choice", "zzzz").build();
        Invalid refused = catchThrowableOfType(Invalid.class, () -> save(item, 2, nonsense));
        assertThat(refused).hasMessage("refused-response");
        assertThat(refused.isMalformed()).isFalse();
        assertThat(refused.errors()).extracting(FieldError::field).containsExactly("response");
        assertThat(kept(item).getInt("seq")).isEqualTo(1);
    }

    @Test
    void takesNoAnswerFromAnybodyElse() {
        Acting.learner(rooms.caller, rooms.learner("other", "bpatc").id());
        assertThatThrownBy(() -> save(items.get(0), 1, JsonValue.NULL)).isInstanceOf(NotFound.class);
    }

    @Test
    void keepsItsChainWhenSeveralSaveAtOnce() {
        AtOnce.run(() -> saveTen(items.get(0)), () -> saveTen(items.get(1)), () -> saveTen(items.get(2)));
        assertThat(database.number("select count(*) from answer")).isEqualTo(30);
        assertThat(database.number("select max(position) from answer")).isEqualTo(30);
        assertThat(database.number("select journal_length from attempt")).isEqualTo(30);
        assertThat(database.number(
                        "select count(*) from attempt a join answer j on j.attempt = a.id and j.position = 30"
                                + " where j.receipt = a.journal_head"))
                .isEqualTo(1);
    }

    @Test
    void journalsASaveOnceThatComesTwiceAtOnce() {
        JsonObject item = items.get(0);
        List<Entry> entries = java.util.Collections.synchronizedList(new ArrayList<>());
        Runnable act = () -> entries.add(study.saveAnswer.save(attempt, item.getString("id"), 1, Study.right(item)));
        AtOnce.overlap(database, act, act);
        assertThat(entries).hasSize(2).containsOnly(entries.get(0));
        assertThat(database.number("select count(*) from answer")).isEqualTo(1);
    }

    private void saveTen(JsonObject item) {
        for (int seq = 1; seq <= 10; seq++) {
            save(item, seq, Study.right(item));
        }
    }

    private Entry save(JsonObject item, int seq, JsonValue response) {
        return save(item.getString("id"), seq, response);
    }

    private Entry save(String item, int seq, JsonValue response) {
        return database.in(() -> study.saveAnswer.save(attempt, item, seq, response));
    }

    private JsonObject kept(JsonObject item) {
        return study.show(attempt).getJsonObject("answers").getJsonObject(item.getString("id"));
    }

    /** Anyone with the entries can follow the receipts, each over the one before. */
    private void assertChain(List<Entry> entries) {
        String head = "";
        for (Entry entry : entries) {
            head = Hashes.sha256(head + "\n" + attempt + "\n" + entry.item() + "\n" + entry.seq() + "\n"
                    + entry.response() + "\n" + entry.savedAt());
            assertThat(entry.receipt()).isEqualTo(head);
        }
    }
}
