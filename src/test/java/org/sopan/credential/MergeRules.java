package org.sopan.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sopan.enrolment.Enrol;
import org.sopan.enrolment.Enrolment;
import org.sopan.enrolment.Enrolment.State;
import org.sopan.enrolment.EnrolmentHistory;
import org.sopan.identity.MergePart;
import org.sopan.identity.MergePart.Outcome;
import org.sopan.identity.MergePeople;
import org.sopan.identity.Person;
import org.sopan.identity.PersonMerge;
import org.sopan.identity.Sessions;
import org.sopan.platform.Acting;
import org.sopan.platform.Identified;
import org.sopan.platform.Role;
import org.sopan.shared.DomainException.Conflict;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.shared.DomainException.NotFound;
import org.sopan.shared.EnrolmentId;
import org.sopan.testing.AtOnce;
import org.sopan.testing.Merging;
import org.sopan.testing.Rooms;
import org.sopan.testing.Study;
import org.sopan.testing.TestDatabase;

abstract class MergeRules {
    private static final String REASON = "two spellings of one name";
    private final TestDatabase database;
    private final Rooms rooms;
    private final Study study;
    private final Sessions sessions;
    private final MergePeople mergePeople;
    private final EnrolmentHistory history;
    private final Person kept;
    private final Person dropped;
    private final Person administrator;

    MergeRules(TestDatabase database) {
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
        Merging merging = new Merging(rooms, study);
        mergePeople = merging.mergePeople;
        history = new EnrolmentHistory(rooms.enrolments, merging.changes, rooms.people, rooms.caller);
        kept = rooms.learner("kept", "nilg");
        dropped = rooms.learner("dropped", "nilg");
        administrator = rooms.administrator();
        database.update("update person set password_hash = 'hash'");
    }

    @AfterEach
    void everyLetterSaysWhoseItIs() {
        assertThat(database.number("select count(*) from outbox where person is null"))
                .isZero();
    }

    @Test
    void letsTheFurtherEnrolmentLeadAndWithdrawsTheOther() {
        EnrolmentId little = rooms.enrol(kept, "basics");
        study.read(little, "one");
        EnrolmentId much = rooms.enrol(dropped, "basics");
        study.read(much, "one");
        study.read(much, "two");
        asAdministrator();
        MergePeople.Preview preview = preview();
        assertThat(preview.problem()).isNull();
        assertThat(preview.look().enrolments())
                .extracting(MergePart.Fate::enrolment, MergePart.Fate::outcome)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(little, Outcome.WITHDRAWN),
                        org.assertj.core.groups.Tuple.tuple(much, Outcome.LEADS));
        merge();
        assertThat(rooms.enrolment(little).state()).isEqualTo(State.WITHDRAWN);
        assertThat(rooms.enrolment(much).state()).isEqualTo(State.ACTIVE);
        assertThat(rooms.enrolment(much).person())
                .as("no row changes its person")
                .isEqualTo(dropped.id());
        assertThat(database.number("select count(*) from audit_entry where action = 'enrolment-withdrawn'"
                        + " and details like '%merged%' and details like '%nilg%'"))
                .isEqualTo(1);
    }

    @Test
    void tellsInTheHistoryOfTheLesserEnrolmentWhoWithdrewItAndThatItStandsAgain() {
        EnrolmentId little = rooms.enrol(kept, "basics");
        EnrolmentId much = rooms.enrol(dropped, "basics");
        study.read(much, "one");
        asAdministrator();
        PersonMerge merge = merge();
        assertThat(past(little)).containsExactly("enrolled by nobody", "merged by " + administrator.email());
        assertThat(past(much)).noneMatch(each -> each.startsWith("merged"));
        database.run(() -> mergePeople.undo(merge.id()));
        assertThat(past(little)).endsWith("parted by " + administrator.email());
    }

    @Test
    void letsTheKeptPersonGoOnWhereTheOtherStoodUntilTheCertificate() {
        EnrolmentId enrolment = rooms.enrol(dropped, "basics");
        study.read(enrolment, "one");
        UUID attempt = study.begin(enrolment, "m1-first");
        merge();
        asKept();
        study.answer(attempt);
        study.submit(attempt);
        study.read(enrolment, "two");
        assertThat(rooms.enrolment(enrolment).state()).isEqualTo(State.COMPLETED);
        assertThat(database.in(() -> study.certificates.printedOf(kept.id()))).hasSize(1);
        assertThat(database.in(() -> study.certificates.printedOf(kept.id()))
                        .get(0)
                        .asPrinted()
                        .name()
                        .en())
                .as("the name of the record that is kept")
                .isEqualTo("kept");
        assertThat(database.number("select count(*) from outbox where template = 'certificate'"
                        + " and address = 'kept@sopan.example'"))
                .isEqualTo(1);
        assertThat(database.number("select count(*) from attempt where person = '" + dropped.id() + "' and id = '"
                        + attempt + "'"))
                .isEqualTo(1);
    }

    @Test
    void listsWhatTheOtherRecordHeldWithTheKeptOne() {
        complete(dropped);
        rooms.enrol(kept, "advanced");
        merge();
        asKept();
        assertThat(database.in(() -> study.standings.ofPerson(kept.id())))
                .extracting(standing -> standing.course().id())
                .containsExactlyInAnyOrder("basics", "advanced");
        assertThat(database.in(() -> study.awards.of(kept.id()))).hasSize(1);
        assertThat(database.in(() -> rooms.enrolments.hasCompleted(kept.id(), "basics")))
                .isTrue();
        assertThat(database.in(() -> rooms.enrolments.mayRead(rooms.caller.records(), "basics")))
                .isTrue();
        assertThat(database.in(() -> new PrintedCertificates(study.certificates, rooms.people).of(kept.id())))
                .hasSize(1);
        assertThat(database.in(() -> study.certificates.of(kept.id()))).hasSize(1);
    }

    @Test
    void countsTheOthersOpenEnrolmentAsTheOneThatMayBeOpen() {
        rooms.enrol(dropped, "basics");
        merge();
        Enrol enrol = new Enrol(
                rooms.enrolments,
                rooms.people,
                rooms.catalogue,
                rooms.caller,
                rooms.audit,
                rooms.randomness,
                rooms.clock);
        rooms.coordinator("nilg");
        assertConflict("already-enrolled", () -> database.in(() -> enrol.enrol("basics", kept.id(), null)));
        assertThat(database.in(() -> rooms.enrolments.openAmong(List.of(kept.id()), "basics")))
                .containsExactly(kept.id());
    }

    @Test
    void withdrawsAnOpenOneWhereTheOtherRecordHasCompletedTheCourse() {
        EnrolmentId open = rooms.enrol(kept, "basics");
        study.read(open, "one");
        complete(dropped);
        merge();
        assertThat(rooms.enrolment(open).state()).isEqualTo(State.WITHDRAWN);
    }

    @Test
    void isStoppedByTwoValidCertificatesUntilOneIsRevoked() {
        complete(kept);
        complete(dropped);
        Set<String> serials = new TreeSet<>();
        database.run(() -> study.certificates
                .printedAmong(List.of(kept.id(), dropped.id()))
                .forEach(certificate -> serials.add(certificate.serial())));
        asAdministrator();
        Conflict stopped = catchThrowableOfType(Conflict.class, this::merged);
        assertThat(stopped).hasMessage("two-certificates");
        assertThat(String.valueOf(stopped.details().get("serials"))).contains(serials);
        assertThat(preview().problem()).isEqualTo("two-certificates");
        database.run(() -> study.certificates
                .locked(serials.iterator().next())
                .revoke("issued-in-error", null, rooms.clock.instant()));
        merged();
        assertThat(database.in(() -> study.certificates.printedOf(kept.id()))).hasSize(2);
    }

    @Test
    void letsNobodySignInWithTheDroppedRecordAndTellsItsAddress() {
        String session = token(dropped);
        merge();
        assertThat(database.in(() -> sessions.identify(session))).isEmpty();
        assertThat(database.in(() -> rooms.people.find(dropped.id()))
                        .orElseThrow()
                        .isActive())
                .isFalse();
        assertThat(database.number("select count(*) from outbox where template = 'record-merged'"
                        + " and address = 'dropped@sopan.example' and content not like '%kept@%'"))
                .isEqualTo(1);
    }

    @Test
    void knowsTheAliasesOfWhoeverSignsIn() {
        merge();
        Identified who = database.in(() -> sessions.identify(token(kept))).orElseThrow();
        assertThat(who.aliases()).containsExactly(dropped.id());
        assertThat(who.person()).isEqualTo(kept.id());
    }

    @Test
    void givesTheSameAnswerTwiceAndToTwoAtOnce() {
        asAdministrator();
        AtOnce.overlap(
                database,
                () -> mergePeople.merge(kept.id(), dropped.id(), REASON),
                () -> mergePeople.merge(kept.id(), dropped.id(), REASON));
        assertThat(merged().id()).isEqualTo(merged().id());
        assertThat(database.number("select count(*) from person_merge")).isEqualTo(1);
        assertThat(database.number("select count(*) from audit_entry where action = 'people-merged'"))
                .isEqualTo(1);
    }

    @Test
    void mergesOnlyOneWayWhenBothAreAskedAtOnce() {
        asAdministrator();
        assertThatThrownBy(() -> AtOnce.overlap(
                        database,
                        () -> mergePeople.merge(kept.id(), dropped.id(), REASON),
                        () -> mergePeople.merge(dropped.id(), kept.id(), REASON)))
                .hasStackTraceContaining("record-closed");
        assertThat(database.number("select count(*) from person where merged_into is not null"))
                .isEqualTo(1);
    }

    @Test
    void isUndoneExactly() {
        EnrolmentId little = rooms.enrol(kept, "basics");
        EnrolmentId much = rooms.enrol(dropped, "basics");
        study.read(much, "one");
        rooms.enrol(dropped, "advanced");
        Set<String> before = everything();
        PersonMerge merge = merge();
        assertThat(everything()).isNotEqualTo(before);
        undo(merge.id());
        undo(merge.id());
        assertThat(everything()).isEqualTo(before);
        assertThat(rooms.enrolment(little).isOpen()).isTrue();
        assertThat(token(dropped)).isNotEmpty();
        assertThat(database.number("select count(*) from audit_entry where action = 'merge-undone'"))
                .isEqualTo(1);
        assertThat(merged().id()).as("and can be merged again").isNotEqualTo(merge.id());
    }

    @Test
    void isUndoneWithWhatWasDoneSince() {
        EnrolmentId enrolment = rooms.enrol(dropped, "basics");
        PersonMerge merge = merge();
        asKept();
        study.read(enrolment, "one");
        study.read(enrolment, "two");
        study.take(enrolment, "m1-first", true);
        asAdministrator();
        undo(merge.id());
        assertThat(database.in(() -> rooms.enrolments.of(kept.id()))).isEmpty();
        assertThat(database.in(() -> rooms.enrolments.of(dropped.id())))
                .extracting(Enrolment::state)
                .containsExactly(State.COMPLETED);
        assertThat(database.in(() -> study.certificates.printedOf(kept.id()))).isEmpty();
    }

    @Test
    void isNotUndoneOnceThePersonIsEnrolledAnew() {
        EnrolmentId mine = rooms.enrol(kept, "basics");
        EnrolmentId leading = rooms.enrol(dropped, "basics");
        study.read(leading, "one");
        PersonMerge merge = merge();
        asKept();
        study.read(leading, "two");
        study.take(leading, "m1-first", true);
        rooms.enrol(kept, "basics");
        asAdministrator();
        assertConflict("merge-built-upon", () -> undo(merge.id()));
        assertThat(rooms.enrolment(mine).state()).isEqualTo(State.WITHDRAWN);
        assertThat(database.number("select count(*) from person where merged_into is not null"))
                .isEqualTo(1);
    }

    @Test
    void isFinalAfterThirtyDays() {
        PersonMerge merge = merge();
        rooms.clock.advance(Duration.ofDays(30));
        assertConflict("merge-final", () -> undo(merge.id()));
    }

    @Test
    void refusesWhatMakesNoSense() {
        asAdministrator();
        assertThatThrownBy(() -> database.in(() -> mergePeople.merge(kept.id(), kept.id(), REASON)))
                .isInstanceOf(Invalid.class);
        Person third = rooms.learner("third", "nilg");
        merged();
        assertConflict("record-closed", () -> database.in(() -> mergePeople.merge(third.id(), dropped.id(), REASON)));
        assertConflict("has-joined-records", () -> database.in(() -> mergePeople.merge(third.id(), kept.id(), REASON)));
        database.run(() -> rooms.people.grant(third.id(), Role.VIEWER, "nilg"));
        assertConflict("dropped-holds-role", () -> database.in(() -> mergePeople.merge(kept.id(), third.id(), REASON)));
        rooms.coordinator("nilg");
        assertThatThrownBy(this::merged).isInstanceOf(NotFound.class);
        assertThatThrownBy(this::preview).isInstanceOf(NotFound.class);
    }

    private PersonMerge merge() {
        asAdministrator();
        return merged();
    }

    private List<String> past(EnrolmentId enrolment) {
        return database.in(() -> history.of(enrolment)).stream()
                .map(entry -> {
                    Person by = entry.by();
                    return entry.change().what() + " by " + (by == null ? "nobody" : by.email());
                })
                .toList();
    }

    private void asAdministrator() {
        Acting.administrator(rooms.caller, administrator.id());
    }

    private PersonMerge merged() {
        return database.in(() -> mergePeople.merge(kept.id(), dropped.id(), REASON));
    }

    private void undo(UUID id) {
        database.run(() -> mergePeople.undo(id));
    }

    private MergePeople.Preview preview() {
        return database.in(() -> mergePeople.preview(kept.id(), dropped.id()));
    }

    private void complete(Person person) {
        EnrolmentId id = rooms.enrol(person, "basics");
        study.read(id, "one");
        study.read(id, "two");
        study.take(id, "m1-first", true);
    }

    private void asKept() {
        Acting.joined(rooms.caller, kept.id(), Set.of(dropped.id()));
    }

    private String token(Person person) {
        String token = rooms.randomness.token();
        database.update("insert into session_token (token_hash, person, expires_at) values ('"
                + org.sopan.platform.Hashes.sha256(token) + "', '" + person.id()
                + "', timestamp with time zone '2027-01-01 00:00:00+00')");
        return token;
    }

    /** People and enrolments, but for versions. */
    private Set<String> everything() {
        return database.in(() -> {
            Set<String> rows = new TreeSet<>();
            for (String sql : List.of(
                    "select cast(id as varchar) || email || name_en || active || coalesce(cast(merged_into as varchar), '-')"
                            + " || coalesce(password_hash, '-') from person where email <> 'administrator@sopan.example'",
                    "select cast(id as varchar) || person || state || coalesce(open_key, '-') || institute"
                            + " || coalesce(cast(begun_at as varchar), '-') from enrolment",
                    "select cast(person as varchar) || held_key from role_held where role = 'LEARNER'")) {
                rooms.entities.createNativeQuery(sql).getResultList().forEach(row -> rows.add(String.valueOf(row)));
            }
            return rows;
        });
    }

    private static void assertConflict(String code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(Conflict.class).hasMessage(code);
    }
}
