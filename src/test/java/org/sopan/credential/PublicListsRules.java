package org.sopan.credential;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sopan.identity.Person;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.LocalizedText;
import org.sopan.testing.Rooms;
import org.sopan.testing.Study;
import org.sopan.testing.TestDatabase;

abstract class PublicListsRules {
    private final TestDatabase database;
    private final Rooms rooms;
    private final Study study;
    private final ChangeCertificate change;
    private final PublicLists lists;

    PublicListsRules(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database).withCourses();
        study = new Study(rooms);
        change = study.changeCertificate;
        lists = new PublicLists(rooms.publishedKeys, study.certificates, rooms.clock);
    }

    @Test
    void namesEachKeyWithTheTimeInWhichItSigned() {
        rooms.clock.advance(Duration.ofDays(1));
        SigningKey next = SigningKey.read(SigningKey.draw());
        database.run(() -> rooms.publishedKeys.publish(next.published()));
        List<JsonObject> keys = keys();
        assertThat(keys).hasSize(2);
        JsonObject old = keys.get(0);
        assertThat(old.getString("kid")).isEqualTo(rooms.signer.kid());
        assertThat(old.getString("kty") + " " + old.getString("crv") + " " + old.getString("alg"))
                .isEqualTo("OKP Ed25519 EdDSA");
        assertThat(old.getJsonNumber("exp").longValue())
                .isEqualTo(old.getJsonNumber("nbf").longValue() + 86_400);
        assertThat(keys.get(1)).doesNotContainKey("exp");
        assertThat(keys.toString()).as("nothing but public halves").doesNotContain("\"d\"");
    }

    @Test
    void listsWhatIsNoLongerValidByAHashOfTheSerialAlone() {
        String valid = earn("one");
        String revoked = earn("two");
        String old = earn("three");
        rooms.administrator();
        database.run(() -> change.revoke(revoked, "issued-in-error", "noted inside"));
        rooms.clock.advance(Duration.ofDays(1));
        String replacement = database.in(
                        () -> change.replace(old, LocalizedText.of("Three", "তিন"), null, "name-correction", null))
                .serial();
        JsonObject list = revoked();
        assertThat(list.getString("asOf")).isEqualTo("2026-11-23T04:00:00Z");
        assertThat(list.getJsonArray("certificates").toString())
                .isEqualTo(("[{'hash':'" + PublicLists.hash(revoked) + "','status':'revoked','on':'2026-11-22'},"
                                + "{'hash':'" + PublicLists.hash(old) + "','status':'superseded','on':'2026-11-23'}]")
                        .replace('\'', '"'));
        assertThat(lists.revoked()).doesNotContain(valid, revoked, old, replacement, "noted", "two", "three");
    }

    @Test
    void areReadOnceAMinute() {
        String serial = earn("one");
        rooms.administrator();
        String before = revokedText();
        database.run(() -> change.revoke(serial, "issued-in-error", null));
        rooms.clock.advance(Duration.ofSeconds(59));
        assertThat(lists.revoked())
                .as("from memory, outside of any transaction")
                .isSameAs(before);
        rooms.clock.advance(Duration.ofSeconds(1));
        assertThat(revoked().getJsonArray("certificates")).hasSize(1);
    }

    @Test
    void keepTheirDateForAnHourWhileNothingChanges() {
        String before = revokedText();
        rooms.clock.advance(Duration.ofMinutes(59));
        assertThat(revokedText()).as("a repeat costs a 304").isSameAs(before);
        rooms.clock.advance(Duration.ofMinutes(2));
        assertThat(revokedText()).isNotEqualTo(before);
    }

    @Test
    void areToldFromMemoryWhileTheDatabaseIsAway() {
        String before = revokedText();
        rooms.clock.advance(Duration.ofHours(3));
        assertThat(lists.revoked())
                .as("outside of a transaction nothing can be read")
                .isSameAs(before);
    }

    private List<JsonObject> keys() {
        return read(database.in(lists::keys)).getJsonArray("keys").getValuesAs(JsonObject.class);
    }

    private JsonObject revoked() {
        return read(revokedText());
    }

    private String revokedText() {
        return database.in(lists::revoked);
    }

    private static JsonObject read(String json) {
        return Json.createReader(new StringReader(json)).readObject();
    }

    private String earn(String name) {
        Person learner = rooms.learner(name, "nilg");
        EnrolmentId enrolment = rooms.enrol(learner, "basics");
        study.read(enrolment, "one");
        study.read(enrolment, "two");
        study.take(enrolment, "m1-first", true);
        return database.in(() -> study.certificates.printedOf(learner.id()))
                .get(0)
                .serial();
    }
}
