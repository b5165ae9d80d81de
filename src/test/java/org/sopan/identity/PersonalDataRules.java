package org.sopan.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.sopan.platform.Acting;
import org.sopan.platform.PersonalData;
import org.sopan.platform.PersonalData.Holding;
import org.sopan.platform.PersonalData.Subject;
import org.sopan.platform.Words;
import org.sopan.shared.DomainException.Conflict;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.shared.DomainException.NotFound;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.Language;
import org.sopan.shared.PersonId;
import org.sopan.testing.Rooms;
import org.sopan.testing.Study;
import org.sopan.testing.TestDatabase;

abstract class PersonalDataRules {
    private static final String EMAIL = "zebunnesa@sopan.example";

    /** Tables that hold no more than a key of something personal, each with the reason why nobody need name it. */
    private static final Map<String, String> NOTHING_PERSONAL = Map.of(
            "cohort_seats", "numbers of an institute",
            "cohort_order_document", "a letter of the host's, kept as the institute's record",
            "reminder_rules", "days and numbers of an institute");

    /** All that were built, so that a new one is asked too. */
    private static final List<Class<?>> ROOMS = new ClassFileImporter()
            .importUrl(PersonalData.class.getProtectionDomain().getCodeSource().getLocation()).stream()
                    .filter(type -> type.isAssignableTo(PersonalData.class) && !type.isInterface())
                    .<Class<?>>map(type -> type.reflect())
                    .toList();

    private final TestDatabase database;
    private final Rooms rooms;
    private final Study study;
    private final Sessions sessions;
    private final HeldData held;
    private final DownloadMyData download;
    private final ErasePerson erase;
    private final Person learner;

    PersonalDataRules(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database).withCourses();
        study = new Study(rooms);
        sessions = new Sessions(
                rooms.entities,
                rooms.people,
                rooms.organizations,
                rooms.clock,
                rooms.randomness,
                database::then,
                rooms.settings);
        held = new HeldData(everyRoom(rooms.entities), rooms.people, new EmailChanges(rooms.entities));
        download = new DownloadMyData(held, rooms.people, rooms.caller, rooms.audit, rooms.clock);
        erase = new ErasePerson(
                held,
                rooms.people,
                new LastAdministrator(rooms.entities),
                sessions,
                rooms.caller,
                rooms.audit,
                rooms.randomness,
                rooms.clock);
        learner = rooms.learner("zebunnesa", "nilg");
    }

    private static Stream<PersonalData> everyRoom(EntityManager entities) {
        return ROOMS.stream().map(type -> {
            try {
                return (PersonalData) type.getConstructor(EntityManager.class).newInstance(entities);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(type.getName(), e);
            }
        });
    }

    @Test
    void everyTableThatLeadsToAPersonIsNamedByARoom() {
        Set<String> named = new TreeSet<>(NOTHING_PERSONAL.keySet());
        holdings().forEach(holding -> named.add(holding.table()));
        assertThat(named).containsAll(tablesThatLeadToAPerson());
    }

    @Test
    void everyTableThatKnowsAnAddressOrAnActorIsNamedByARoom() {
        Set<String> named = new TreeSet<>();
        holdings().forEach(holding -> named.add(holding.table()));
        assertThat(named)
                .containsAll(texts("select distinct table_name from information_schema.columns"
                        + " where table_schema = 'public' and (column_name like '%address%' or column_name like '%email%'"
                        + " or column_name in ('account', 'actor', 'person', 'phone'))"));
    }

    @Test
    void everyColumnOfAPersonIsNamed() {
        Set<String> named = new TreeSet<>();
        holdings().stream()
                .filter(holding -> holding.table().equals("person"))
                .forEach(holding -> named.addAll(holding.fields()));
        assertThat(named).containsExactlyInAnyOrderElementsOf(columns("person"));
    }

    @Test
    void whatIsNamedExistsAndHasWordsInBothLanguages() {
        for (Holding holding : holdings()) {
            Set<String> columns = columns(holding.table());
            assertThat(columns).as(holding.table()).isNotEmpty();
            if (!holding.fields().equals(List.of("*"))) {
                assertThat(columns).containsAll(holding.fields());
            }
            words("erasure.what." + holding.table() + "." + holding.fields().get(0));
            words("erasure.why." + holding.why());
            words("erasure.fate." + holding.fate().word());
        }
        held.rooms().forEach(room -> words("data." + room.room()));
        words("erasure.why.none-valid");
    }

    @Test
    void isDownloadedWhole() {
        live();
        Person other = rooms.learner("somebody-else", "nilg");
        Acting.learner(rooms.caller, learner.id());
        Map<String, byte[]> files = downloaded();
        String readMe = new String(files.get("README.txt"), StandardCharsets.UTF_8);
        assertThat(readMe).contains("everything Sopan holds of you", "সোপানে আপনার সম্পর্কে");
        String text = new String(files.get("data.json"), StandardCharsets.UTF_8);
        assertThat(text).doesNotContain(other.email()).doesNotContain("the password's hash");
        JsonObject data = Json.createReader(new ByteArrayInputStream(files.get("data.json")))
                .readObject();
        assertThat(data.getJsonObject("person")
                        .getJsonArray("records")
                        .getJsonObject(0)
                        .getString("nameBn"))
                .isEqualTo("নাম zebunnesa");
        assertThat(data.getJsonObject("person")
                        .getJsonArray("records")
                        .getJsonObject(0)
                        .getString("createdAt"))
                .isEqualTo("2026-11-22T04:00:00Z");
        assertThat(data.getJsonObject("enrolment").getJsonArray("enrolments")).hasSize(1);
        assertThat(data.getJsonObject("learning").getJsonArray("readings")).hasSize(2);
        assertThat(data.getJsonObject("assessment").getJsonArray("attempts")).hasSize(1);
        assertThat(data.getJsonObject("assessment")
                        .getJsonArray("answers")
                        .getJsonObject(0)
                        .getJsonObject("response"))
                .isNotEmpty();
        assertThat(data.getJsonObject("completion").getJsonArray("awards")).hasSize(1);
        assertThat(data.getJsonObject("mail").getJsonArray("messages")).hasSize(1);
        assertThat(data.getJsonObject("audit").getJsonArray("about")).hasSize(1);
        JsonObject certificate =
                data.getJsonObject("credential").getJsonArray("certificates").getJsonObject(0);
        assertThat(certificate.getJsonObject("asPrinted").getString("serial"))
                .isEqualTo(certificate.getString("serial"));
        assertThat(files.get("certificates/" + certificate.getString("serial") + ".pdf"))
                .isEqualTo(new byte[] {1, 2, 3});
    }

    @Test
    void isErasedEverywhereButInTheRegisterOfAValidCertificate() {
        live();
        String serial = text("select serial from certificate");
        String session = database.in(() -> sessions.open(learner.id())).token();
        rooms.administrator();
        List<Holding> previewed =
                database.in(() -> erase.preview(learner.id())).rooms().get("credential");
        assertThat(previewed).allMatch(holding -> holding.fate() == PersonalData.Fate.STAYS);
        assertThat(foundOf("zebunnesa")).as("the preview changes nothing").contains("person.email");
        erase(EMAIL);
        assertThat(foundOf("zebunnesa")).containsExactly("certificate.as_printed");
        assertThat(foundOf("8801712345678")).isEmpty();
        assertThat(foundOf("4711-s")).isEmpty();
        assertThat(database.number("select count(*) from certificate_paper")).isEqualTo(1);
        assertThat(database.in(() -> study.certificates.printed(serial))
                        .asPrinted()
                        .name()
                        .en())
                .isEqualTo("zebunnesa");
        assertThat(database.in(() -> sessions.identify(session))).isEmpty();
        assertThat(database.number("select count(*) from answer")).isPositive();
        assertThat(database.number("select count(*) from role_held where person = '" + learner.id() + "'"))
                .isZero();
        assertThat(text("select email from person where id = '" + learner.id() + "'"))
                .matches("erased-[0-9a-f-]{36}@erased\\.invalid");
        assertThat(database.number("select count(*) from audit_entry where action = 'person-erased'"
                        + " and details like '%nilg%' and details like '%asked for it%'"))
                .isEqualTo(1);
    }

    @Test
    void keepsOfARevokedCertificateTheSerialOnly() {
        live();
        database.update("update certificate set status = 'REVOKED', valid_key = null, note = 'zebunnesa lied'");
        rooms.administrator();
        erase(EMAIL);
        assertThat(foundOf("zebunnesa")).isEmpty();
        assertThat(database.number("select count(*) from certificate_paper")).isZero();
        String serial = text("select serial from certificate");
        assertThat(database.in(() -> study.certificates.printed(serial))
                        .asPrinted()
                        .name())
                .isNotNull();
    }

    @Test
    void clearsTheRegisterWhenAskedAgainOnceNothingIsValid() {
        live();
        rooms.administrator();
        erase(EMAIL);
        database.update("update certificate set status = 'REVOKED', valid_key = null");
        erase("whatever");
        assertThat(foundOf("zebunnesa")).isEmpty();
    }

    @Test
    void givesTheSameAnswerTheSecondTime() {
        live();
        rooms.administrator();
        ErasePerson.Seen first = erase(EMAIL);
        ErasePerson.Seen second = erase(EMAIL);
        assertThat(second.rooms()).isEqualTo(first.rooms());
        assertThat(second.person().email()).isEqualTo(first.person().email());
        assertThat(second.person().erasedAt()).isEqualTo(first.person().erasedAt());
        assertThat(database.number("select count(*) from audit_entry where action = 'person-erased'"))
                .isEqualTo(1);
    }

    @Test
    void isConfirmedByTheAddressAndByAnAdministratorOnly() {
        rooms.administrator();
        Invalid refused = catchThrowableOfType(Invalid.class, () -> erase("other@sopan.example"));
        assertThat(refused.errors()).extracting(error -> error.field()).containsExactly("confirm");
        rooms.coordinator("nilg");
        assertThatThrownBy(() -> erase(EMAIL)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> database.in(() -> erase.preview(learner.id()))).isInstanceOf(NotFound.class);
        assertThat(foundOf("zebunnesa")).isNotEmpty();
    }

    @Test
    void neverTakesTheLastAdministrator() {
        Person last = rooms.administrator();
        assertThatThrownBy(() -> database.in(() -> erase.erase(last.id(), "bye", last.email())))
                .isInstanceOf(Conflict.class)
                .hasMessage("last-administrator");
    }

    @Test
    void forgetsFormerAddressesAndTheRowsOfStaffLists() {
        database.update("insert into email_change (id, person, old_address, new_address, old_confirmed, new_confirmed,"
                + " state, asked_at, expires_at, version) values ('" + rooms.randomness.id() + "', '" + learner.id()
                + "', 'zebunnesa.old@sopan.example', '" + EMAIL + "', true, true, 'DONE', current_timestamp,"
                + " current_timestamp, 1)");
        database.update("insert into outbox (id, dedupe_key, template, address, language, content, released, state,"
                + " attempts, due_at, message_id, created_at) values ('" + rooms.randomness.id()
                + "', 'k', 'invitation',"
                + " 'zebunnesa.old@sopan.example', 'BN', '{\"name\":\"zebunnesa\"}', true, 'sent', 1,"
                + " current_timestamp, 'm', current_timestamp)");
        PersonId planner = rooms.coordinator("nilg").id();
        for (String outcome : List.of("null", "'{\"created\":1,\"updated\":0,\"enrolled\":1,\"left\":0}'")) {
            String plan = rooms.randomness.id().toString();
            database.update("insert into roster_plan (id, institute, planned_by, expires_at, outcome, version)"
                    + " values ('" + plan + "', 'nilg', '" + planner + "', current_timestamp, " + outcome + ", 1)");
            database.update("insert into roster_row (plan, place, cells, action) values ('" + plan
                    + "', 2, '{\"texts\":{\"email\":\"" + EMAIL + "\"}}', 'create')");
        }
        rooms.administrator();
        erase(EMAIL);
        assertThat(foundOf("zebunnesa")).isEmpty();
        assertThat(database.number("select count(*) from roster_row")).isEqualTo(1);
        assertThat(database.number("select count(*) from roster_row where cells = '{}'"))
                .isEqualTo(1);
    }

    @Test
    void forgetsMailToAnAddressThatWasNeverConfirmed() {
        AskForEmail ask = new AskForEmail(
                new PeopleInCare(rooms.people, rooms.caller),
                rooms.people,
                new EmailChanges(rooms.entities),
                new Passwords(),
                new SignInThrottle(rooms.entities, rooms.clock),
                rooms.outbox,
                rooms.caller,
                rooms.audit,
                rooms.randomness,
                rooms.settings,
                rooms.clock);
        Acting.learner(rooms.caller, learner.id());
        for (String address : List.of("first@other.example", "second@other.example")) {
            database.run(() -> ask.ask(address));
            rooms.clock.advance(java.time.Duration.ofMinutes(2));
        }
        assertThat(new String(downloaded().get("data.json"), StandardCharsets.UTF_8))
                .contains("first@other.example", "second@other.example");
        rooms.administrator();
        erase(EMAIL);
        assertThat(foundOf("zebunnesa")).isEmpty();
        assertThat(foundOf("other.example")).isEmpty();
        assertThat(texts("select state from outbox")).containsExactly("suppressed");
    }

    @Test
    void isNoLongerNamedByAQuestionAboutSomeoneElsesRow() {
        PersonId planner = rooms.coordinator("nilg").id();
        for (String outcome : List.of("null", "'{\"created\":1,\"updated\":0,\"enrolled\":1,\"left\":0}'")) {
            String plan = rooms.randomness.id().toString();
            database.update("insert into roster_plan (id, institute, planned_by, expires_at, outcome, version)"
                    + " values ('" + plan + "', 'nilg', '" + planner + "', current_timestamp, " + outcome + ", 1)");
            database.update("insert into roster_row (plan, place, cells, action, verdict) values ('" + plan
                    + "', 2, '{\"texts\":{\"email\":\"other@sopan.example\"}}', 'undecided',"
                    + " '{\"changes\":[],\"errors\":[],\"question\":{\"others\":1,\"person\":{\"email\":\"" + EMAIL
                    + "\",\"id\":\"" + learner.id() + "\",\"name\":{\"bn\":\"নাম\",\"en\":\"Zebunnesa\"}}}}')");
        }
        rooms.administrator();
        erase(EMAIL);
        assertThat(foundOf("zebunnesa")).isEmpty();
        assertThat(database.number(
                        "select count(*) from roster_row where verdict like '%\"question\"%' and verdict like" + " '%"
                                + learner.id()
                                + "%' and verdict like '%erased.invalid%' and verdict like '%\"others\":1%'"))
                .as("the question stays")
                .isEqualTo(2);
        erase("again");
    }

    /** A learner with something in every room: reads, answers, earns, is written to, and is called on the phone. */
    private void live() {
        database.run(() -> {
            Person person = rooms.people.find(learner.id()).orElseThrow();
            person.revise(new Person.Profile(
                    null, null, "Unit of zebunnesa", "+8801712345678", "4711-S", null, Person.Sex.FEMALE));
            person.changePassword("the password's hash");
        });
        EnrolmentId enrolment = rooms.enrol(learner, "basics");
        study.read(enrolment, "one");
        study.read(enrolment, "two");
        study.take(enrolment, "m1-first", true);
        database.update("insert into certificate_paper (serial, pdf, sha256, stored_at)"
                + " select serial, " + (database == TestDatabase.h2() ? "x'010203'" : "'\\x010203'")
                + ", 'sum', current_timestamp from certificate");
        database.update("update certificate set paper_stored = true");
    }

    private ErasePerson.Seen erase(String confirm) {
        return database.in(() -> erase.erase(learner.id(), "asked for it", confirm));
    }

    private Map<String, byte[]> downloaded() {
        Subject subject = database.in(download::begin);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        database.run(() -> {
            try {
                download.write(subject, out);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        Map<String, byte[]> files = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return files;
    }

    private List<Holding> holdings() {
        return database.in(() -> {
            Subject subject = held.of(learner);
            return held.rooms().stream()
                    .flatMap(room -> room.holdings(subject).stream())
                    .toList();
        });
    }

    /** Table and column of each text that holds this word. */
    private Set<String> foundOf(String word) {
        Set<String> found = new TreeSet<>();
        for (String column : texts("select table_name || '.' || column_name from information_schema.columns"
                + " where table_schema = 'public' and table_name <> 'flyway_schema_history' and lower(data_type) in"
                + " ('character varying', 'text', 'character large object')")) {
            String[] parts = column.split("\\.");
            if (database.number(
                            "select count(*) from " + parts[0] + " where lower(" + parts[1] + ") like '%" + word + "%'")
                    > 0) {
                found.add(column);
            }
        }
        return found;
    }

    private Set<String> tablesThatLeadToAPerson() {
        Map<String, Set<String>> pointing = new TreeMap<>();
        for (String pair : texts("select fk.table_name || '>' || pk.table_name"
                + " from information_schema.referential_constraints rc"
                + " join information_schema.table_constraints fk on fk.constraint_name = rc.constraint_name"
                + " join information_schema.table_constraints pk on pk.constraint_name = rc.unique_constraint_name")) {
            String[] ends = pair.split(">");
            pointing.computeIfAbsent(ends[1], any -> new TreeSet<>()).add(ends[0]);
        }
        Set<String> leading = new TreeSet<>(Set.of("person"));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (String table : List.copyOf(leading)) {
                grew |= leading.addAll(pointing.getOrDefault(table, Set.of()));
            }
        }
        assertThat(leading).contains("answer", "certificate_paper", "one_time_link");
        return leading;
    }

    private Set<String> columns(String table) {
        return texts("select column_name from information_schema.columns where table_schema = 'public'"
                + " and table_name = '" + table + "'");
    }

    private static void words(String key) {
        for (Language language : Language.values()) {
            assertThat(Words.of(language, key, key)).isNotBlank();
        }
    }

    private String text(String sql) {
        return texts(sql).iterator().next();
    }

    private Set<String> texts(String sql) {
        return database.in(() -> {
            Set<String> texts = new TreeSet<>();
            rooms.entities.createNativeQuery(sql).getResultList().forEach(text -> texts.add(String.valueOf(text)));
            return texts;
        });
    }
}
