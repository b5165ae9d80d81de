package org.sopan.report;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sopan.completion.MyAwards;
import org.sopan.credential.PrintedCertificates;
import org.sopan.enrolment.Cohort;
import org.sopan.enrolment.Doubles;
import org.sopan.enrolment.EnrolmentChanges;
import org.sopan.enrolment.EnrolmentHistory;
import org.sopan.enrolment.ListParticipants;
import org.sopan.enrolment.OrderDocuments;
import org.sopan.enrolment.ShowCohort;
import org.sopan.enrolment.rest.CohortPeopleResource;
import org.sopan.identity.Corrections;
import org.sopan.identity.DecideCorrection;
import org.sopan.identity.DecideTransfer;
import org.sopan.identity.FindPeople;
import org.sopan.identity.ListRoles;
import org.sopan.identity.MailOfInstitute;
import org.sopan.identity.PeopleInCare;
import org.sopan.identity.SearchAudit;
import org.sopan.identity.Transfers;
import org.sopan.identity.rest.AuditResource;
import org.sopan.identity.rest.InstituteMailResource;
import org.sopan.identity.rest.MyTransfersResource;
import org.sopan.identity.rest.PeopleResource;
import org.sopan.identity.rest.PersonViews;
import org.sopan.identity.rest.ProfileViews;
import org.sopan.identity.rest.TransferViews;
import org.sopan.mail.rest.OutboxResource;
import org.sopan.notice.PostedNotices;
import org.sopan.notice.rest.RemindersResource;
import org.sopan.platform.Acting;
import org.sopan.platform.JsonText;
import org.sopan.platform.RequestLanguage;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.PersonId;
import org.sopan.spi.certificate.Draft;
import org.sopan.testing.Merging;
import org.sopan.testing.Rooms;
import org.sopan.testing.SamePrice;
import org.sopan.testing.Study;
import org.sopan.testing.TestDatabase;

/** Each list of the interface costs as many statements with thirty rows as with three. Thirty-two people have it all. */
abstract class ListCostRules {
    private static final int PEOPLE = SamePrice.MANY + 2;
    private static final String NOW = "timestamp with time zone '2026-11-22 04:00:00+00'";
    private static final RequestLanguage LANGUAGE = new RequestLanguage();
    private final TestDatabase database;
    private final Rooms rooms;
    private final Study study;
    private final Reports reports;
    private final Cohort cohort;
    private final PersonViews views;

    ListCostRules(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database).withCourses();
        study = new Study(rooms);
        reports = new Reports(rooms, study);
        cohort = reports.cohort("nilg", Map.of("nilg", 50));
        views = new PersonViews(rooms.people, rooms.organizations, rooms.clock);
        rooms.administrator();
        for (int i = 0; i < PEOPLE; i++) {
            person(i);
            enrolment(i, i);
        }
    }

    @Test
    void ofAuditEntries() {
        for (int i = 0; i < PEOPLE; i++) {
            insert(
                    "audit_entry (happened_at, actor, action, subject, details, institute)",
                    "%s, '%s', 'profile-changed', '%s', '{}', 'nilg'".formatted(NOW, id(1, i), id(1, i + 1)));
        }
        AuditResource audit = new AuditResource(new SearchAudit(rooms.entities, rooms.people, rooms.caller), LANGUAGE);
        SamePrice.ofPages(database, size -> audit.search(null, null, null, null, null, null, 0, size));
        SamePrice.ofPages(database, size -> audit.search("nilg", null, null, null, null, null, 0, size));
    }

    @Test
    void ofMail() {
        for (int i = 0; i < PEOPLE; i++) {
            insert(
                    "outbox (id, dedupe_key, template, address, language, content, released, state, attempts, due_at,"
                            + " message_id, created_at, person)",
                    "'%s', 'k%d', 'invitation', 'p%d@sopan.example', 'BN', '{}', true, 'sent', 1, %s, 'm%d', %s, '%s'"
                            .formatted(id(2, i), i, i, NOW, i, NOW, id(1, i)));
        }
        OutboxResource outbox = new OutboxResource(rooms.outbox);
        SamePrice.ofPages(database, size -> outbox.list(null, null, null, null, 0, size));
        SamePrice.ofPages(database, size -> outbox.list("sent", null, null, null, 0, size));
        InstituteMailResource mail =
                new InstituteMailResource(new MailOfInstitute(rooms.entities, rooms.organizations, rooms.caller));
        SamePrice.ofPages(database, size -> mail.list("nilg", null, null, 0, size));
    }

    @Test
    void ofTransfers() {
        for (int i = 0; i < PEOPLE; i++) {
            transfer(i, id(1, i), "'AGREED', 'key" + i + "'");
            transfer(100 + i, id(1, i < 3 ? 0 : 1), "'DECLINED', null");
        }
        DecideTransfer transfers = new DecideTransfer(
                new Transfers(rooms.entities),
                rooms.people,
                rooms.sessions,
                rooms.organizations,
                rooms.outbox,
                rooms.caller,
                rooms.audit,
                rooms.clock);
        SamePrice.ofPages(database, size -> transfers.list(null, 0, size));
        SamePrice.ofPages(database, size -> transfers.list("nilg", 0, size));
        MyTransfersResource own = new MyTransfersResource(transfers, new TransferViews(views, rooms.clock));
        SamePrice.ofLists(database, size -> {
            Acting.learner(rooms.caller, personId(size == SamePrice.MANY ? 1 : 0));
            return own.list().subList(0, size);
        });
    }

    private void transfer(int number, String person, String stateAndKey) {
        insert(
                "transfer (id, person, from_institute, to_institute, state, open_key, asked_by, asked_at, expires_at,"
                        + " agreed_at, version)",
                "'%s', '%s', 'nilg', 'bard', %s, '%s', %s, %s, %s, 1"
                        .formatted(id(3, number), person, stateAndKey, id(1, 0), NOW, NOW, NOW));
    }

    @Test
    void ofCorrections() {
        for (int i = 0; i < PEOPLE; i++) {
            certificate(i, i);
            insert(
                    "correction_request (id, person, name_en, reason, state, open_key, asked_at, version)",
                    "'%s', '%s', 'Other', 'misspelt', 'OPEN', '%s', %s, 1"
                            .formatted(id(4, i), id(1, i), id(1, i), NOW));
        }
        DecideCorrection corrections = new DecideCorrection(
                new Corrections(rooms.entities),
                rooms.people,
                new PeopleInCare(rooms.people, rooms.caller),
                new PrintedCertificates(study.certificates, rooms.people),
                rooms.outbox,
                rooms.caller,
                rooms.audit,
                rooms.clock);
        SamePrice.ofPages(database, size -> corrections.list(null, null, 0, size));
        SamePrice.ofPages(database, size -> corrections.list("open", "nilg", 0, size));
    }

    @Test
    void ofMerges() {
        for (int i = 0; i < PEOPLE; i++) {
            insert(
                    "person_merge (id, kept, dropped, reason, merged_by, merged_at, standing_key, before_merge, version)",
                    "'%s', '%s', '%s', 'twice', '%s', %s, '%s', '{\"active\":true,\"rooms\":{}}', 1"
                            .formatted(id(5, i), id(1, 0), id(1, i), id(1, 0), NOW, id(1, i)));
        }
        SamePrice.ofPages(database, size -> new Merging(rooms, study).mergePeople.list(0, size));
    }

    @Test
    void ofRoles() {
        for (int i = 0; i < PEOPLE; i++) {
            insert(
                    "role_held (id, person, role, organization, held_key)",
                    "'%s', '%s', 'COORDINATOR', 'nilg', 'h%d'".formatted(id(6, i), id(1, i), i));
            insert(
                    "role_held (id, person, role, cohort, held_key)",
                    "'%s', '%s', 'FACILITATOR', '%s', 'f%d'".formatted(id(7, i), id(1, i), cohort.id(), i));
        }
        ListRoles roles = new ListRoles(rooms.roles, rooms.people, rooms.enrolments, rooms.caller);
        SamePrice.ofPages(database, size -> roles.list(null, null, 0, size));
        SamePrice.ofPages(database, size -> roles.list("nilg", null, 0, size));
        SamePrice.ofPages(database, size -> roles.list(null, cohort.id(), 0, size));
        Acting.coordinator(rooms.caller, personId(0), "nilg");
        SamePrice.ofPages(database, size -> roles.list(null, null, 0, size));
    }

    @Test
    void ofPeople() {
        PeopleResource people = new PeopleResource(
                new FindPeople(rooms.entities, rooms.people, rooms.caller),
                new ProfileViews(views, new PrintedCertificates(study.certificates, rooms.people)),
                LANGUAGE);
        SamePrice.ofPages(database, size -> people.find("nilg", null, null, 0, size));
        CohortPeopleResource participants = new CohortPeopleResource(
                new ListParticipants(
                        rooms.entities, rooms.enrolments, rooms.people, new Doubles(rooms.entities), showCohort()),
                LANGUAGE);
        SamePrice.ofPages(database, size -> participants.list(cohort.id().toString(), 0, size));
        ListCompletions.Selection everybody = new ListCompletions.Selection(null, null, PeopleFilter.ALL, Language.EN);
        SamePrice.ofPages(database, size -> reports.completions.ofInstitute("nilg", everybody, 0, size));
        SamePrice.ofPages(database, size -> reports.completions.ofCohort(cohort.id(), everybody, 0, size));
    }

    @Test
    void ofReminders() {
        for (int i = 0; i < PEOPLE; i++) {
            insert(
                    "notice (id, once_key, kind, person, institute, author, subject, sent_on, made_at, token_hash)",
                    "'%s', 'n%d', 'REMINDER', '%s', 'nilg', '%s', 'Hello', date '2026-11-22', %s, 't%d'"
                            .formatted(id(5, i), i, id(1, i), id(1, i + 1 < PEOPLE ? i + 1 : 0), NOW, i));
            insert(
                    "notice_line (notice, enrolment, institute, rule, about, sent_on)",
                    "'%s', '%s', 'nilg', 'STALLED', date '2026-11-22', date '2026-11-22'"
                            .formatted(id(5, i), id(8, i)));
        }
        RemindersResource reminders = new RemindersResource(
                new PostedNotices(rooms.entities, rooms.batches, rooms.organizations, rooms.caller));
        SamePrice.ofPages(database, size -> reminders.list("nilg", null, 0, size));
    }

    @Test
    void ofWhatBecameOfAnEnrolment() {
        for (int i = 0; i < SamePrice.MANY + 3; i++) {
            insert(
                    "enrolment_change (enrolment, what, details, made_by, made_at)",
                    "'%s', 'due', '{}', '%s', %s".formatted(id(8, i < 3 ? 0 : 1), id(1, i % PEOPLE), NOW));
        }
        EnrolmentHistory history = new EnrolmentHistory(
                rooms.enrolments,
                new EnrolmentChanges(rooms.entities, rooms.events.of(), rooms.clock),
                rooms.people,
                rooms.caller);
        SamePrice.ofLists(
                database, size -> history.of(new EnrolmentId(UUID.fromString(id(8, size == SamePrice.MANY ? 1 : 0))))
                        .subList(0, size));
    }

    @Test
    void ofCohorts() {
        for (int i = 1; i < SamePrice.MANY; i++) {
            Cohort more = reports.cohort(i <= 3 ? "bard" : "bpatc", Map.of("nilg", 5));
            insert(
                    "role_held (id, person, role, cohort, held_key)",
                    "'%s', '%s', 'FACILITATOR', '%s', '%s'".formatted(more.id(), id(1, i), more.id(), more.id()));
        }
        SamePrice.ofLists(database, size -> {
            Acting.viewer(rooms.caller, personId(0), Set.of(size == SamePrice.MANY ? "nilg" : "bard"));
            return showCohort().list();
        });
    }

    @Test
    void ofAwardsAndCertificates() {
        person(PEOPLE);
        person(PEOPLE + 1);
        for (int i = 0; i < SamePrice.MANY; i++) {
            enrolment(1_000 + i, PEOPLE);
            certificate(1_000 + i, PEOPLE);
        }
        for (int i = 0; i < 3; i++) {
            enrolment(2_000 + i, PEOPLE + 1);
            certificate(2_000 + i, PEOPLE + 1);
        }
        MyAwards awards = study.myAwards(rooms);
        SamePrice.ofLists(
                database,
                size -> awards.lookedAfter(personId(size == SamePrice.MANY ? PEOPLE : PEOPLE + 1), Language.EN));
    }

    private ShowCohort showCohort() {
        return new ShowCohort(
                rooms.enrolments, new OrderDocuments(rooms.entities), rooms.roles, rooms.people, rooms.caller);
    }

    private void person(int number) {
        insert(
                "person (id, email, name_en, language, active, created_at, version, organization, sort_en, sort_bn)",
                "'%s', 'p%d@sopan.example', 'Person', 'BN', true, %s, 1, 'nilg', 'a', 'a'"
                        .formatted(id(1, number), number, NOW));
    }

    private void enrolment(int number, int person) {
        insert(
                "enrolment (id, person, course, cohort, institute, state, enrolled_at, begun_at, completed_at, version)",
                "'%s', '%s', 'basics', '%s', 'nilg', 'COMPLETED', %s, %s, %s, 1"
                        .formatted(id(8, number), id(1, person), cohort.id(), NOW, NOW, NOW));
    }

    /** The award of an enrolment, and its certificate. */
    private void certificate(int number, int person) {
        insert(
                "award (id, award_key, kind, person, enrolment, course, institute, release, met_at)",
                "'%s', 'a%d', 'completion', '%s', '%s', 'basics', 'nilg', '%s', %s"
                        .formatted(
                                id(9, number),
                                number,
                                id(1, person),
                                id(8, number),
                                rooms.catalogue.live("basics").release(),
                                NOW));
        insert(
                "certificate (serial, award, number, valid_key, person, institute, status, design, as_printed,"
                        + " paper_stored, issued_on, issued_at, version)",
                "'S%d', '%s', 1, 'v%d', '%s', 'nilg', 'VALID', 'official', '%s',"
                                .formatted(number, id(9, number), number, id(1, person), printed(number))
                        + " true, date '2026-11-22', " + NOW + ", 1");
    }

    private String printed(int number) {
        LocalizedText text = new LocalizedText("Printed", null);
        return JsonText.of(new Draft("S" + number, "https://sopan.example/verify/S" + number)
                .name(text)
                .institute(text)
                .award(text)
                .issuedOn(LocalDate.of(2026, 11, 22))
                .language(Language.EN)
                .frozen());
    }

    private void insert(String into, String values) {
        database.update("insert into " + into + " values (" + values + ")");
    }

    private static String id(int kind, int number) {
        return "00000000-0000-4000-800%d-%012d".formatted(kind, number);
    }

    private static PersonId personId(int number) {
        return new PersonId(UUID.fromString(id(1, number)));
    }
}
