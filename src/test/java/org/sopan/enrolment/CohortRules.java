package org.sopan.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.sopan.identity.Person;
import org.sopan.platform.Acting;
import org.sopan.platform.Role;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException.Conflict;
import org.sopan.shared.DomainException.Forbidden;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.shared.DomainException.NotFound;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.Language;
import org.sopan.testing.Rooms;
import org.sopan.testing.TestDatabase;

abstract class CohortRules {
    private static final byte[] PDF = "%PDF-1.7 an order".getBytes(StandardCharsets.US_ASCII);
    private final TestDatabase database;
    private final Rooms rooms;
    private final Desk desk;
    private final Person host;
    private final CohortId cohort;
    private final Person own;
    private final Person other;
    private final EnrolmentId owns;
    private final EnrolmentId others;

    /** Hosted by bpatc, with seats for two institutes and one person of each. */
    CohortRules(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database).withCourses();
        desk = new Desk(rooms);
        host = rooms.coordinator("bpatc");
        Cohort opened = desk.cohort("bpatc", null, Map.of("bpatc", 2, "nilg", 3));
        cohort = opened.id();
        own = rooms.learner("rahima", "bpatc");
        other = rooms.learner("karim", "nilg");
        owns = rooms.enrol(own, "basics", opened);
        others = rooms.enrol(other, "basics", opened);
        asHost();
    }

    @Test
    void tellsTheHostTheSeatsOfAllInstitutes() {
        ShowCohort.Seen seen = desk.show(cohort);
        assertThat(seen.seats()).isEqualTo(Map.of("bpatc", 2, "nilg", 3));
        assertThat(seen.taken()).isEqualTo(Map.of("bpatc", 1, "nilg", 1));
        assertThat(seen.contact()).isEqualTo(host);
        assertThat(seen.mayChange()).isTrue();
    }

    @Test
    void tellsAnotherInstituteOfItsOwnSeatsOnly() {
        rooms.coordinator("nilg");
        ShowCohort.Seen seen = desk.show(cohort);
        assertThat(seen.seats()).isEqualTo(Map.of("nilg", 3));
        assertThat(seen.taken()).isEqualTo(Map.of("nilg", 1));
        assertThat(seen.mayChange()).isFalse();
    }

    @Test
    void concernsItsFacilitatorsAndTheDirectorsOfItsInstitutes() {
        database.run(() -> rooms.people.grantFor(own.id(), cohort));
        assertThat(desk.show(cohort).facilitators()).containsExactly(own);
        Acting.facilitator(rooms.caller, own.id(), cohort);
        assertThat(desk.show(cohort).taken()).hasSize(2);
        Acting.viewer(rooms.caller, own.id(), Set.of("nilg"));
        assertThat(desk.show(cohort).taken()).isEqualTo(Map.of("nilg", 1));
        Acting.viewer(rooms.caller, own.id(), Set.of("bard"));
        assertThatThrownBy(() -> desk.show(cohort)).isInstanceOf(NotFound.class);
        Acting.facilitator(rooms.caller, own.id(), new CohortId(rooms.randomness.id()));
        assertThatThrownBy(() -> desk.show(cohort)).isInstanceOf(NotFound.class);
    }

    @Test
    void listsToEachTheirOwnPeopleByName() {
        Person second = rooms.learner("anwara", "bpatc");
        rooms.enrol(second, "basics", database.in(() -> rooms.enrolments
                .cohort(cohort)
                .orElseThrow()));
        asHost();
        assertThat(names(0, 50)).containsExactly("anwara@sopan.example", "rahima@sopan.example");
        assertThat(names(1, 1)).containsExactly("rahima@sopan.example");
        assertThat(database.in(() -> desk.listParticipants.list(cohort, Language.EN, 1, 1))
                        .total())
                .isEqualTo(2);
        rooms.coordinator("nilg");
        assertThat(names(0, 50)).containsExactly("karim@sopan.example");
        rooms.administrator();
        assertThat(names(0, 50)).hasSize(3);
        Acting.facilitator(rooms.caller, own.id(), cohort);
        assertThat(names(0, 50)).hasSize(3);
    }

    @Test
    void takesOverNewTermsAndMovesTheLastDayOfThoseWhoStillHadTheOldOne() {
        LocalDate later = LocalDate.of(2027, 9, 30);
        LocalDate personal = LocalDate.of(2027, 8, 1);
        database.run(() -> desk.moveDue.of(owns, personal, "was ill"));
        change(desk.terms(Map.of("bpatc", 1, "nilg", 1), later));
        ShowCohort.Seen seen = desk.show(cohort);
        assertThat(seen.cohort().title().en()).isEqualTo("Second");
        assertThat(seen.cohort().orderDate()).isEqualTo(LocalDate.of(2026, 11, 9));
        assertThat(seen.seats()).isEqualTo(Map.of("bpatc", 1, "nilg", 1));
        assertThat(rooms.enrolment(others).due()).isEqualTo(later);
        assertThat(rooms.enrolment(owns).due()).isEqualTo(personal);
        assertThat(audited("cohort-changed")).isEqualTo(1);
        change(desk.terms(Map.of("bpatc", 1, "nilg", 1), later));
        assertThat(audited("cohort-changed")).as("the same again").isEqualTo(1);
    }

    @Test
    void takesNoSeatFromAnyoneWhoHasOne() {
        assertConflict("seats-taken", () -> change(desk.terms(Map.of("bpatc", 2), Desk.ENDS)));
        change(desk.terms(Map.of(), Desk.ENDS));
        assertThat(desk.show(cohort).seats()).isEmpty();
        assertConflict("seats-taken", () -> change(desk.terms(Map.of("nilg", 1), Desk.ENDS)));
        database.update("update enrolment set state = 'WITHDRAWN', open_key = null where institute = 'bpatc'");
        change(desk.terms(Map.of("nilg", 1), Desk.ENDS));
    }

    @Test
    void refusesTermsThatCannotBe() {
        assertThatThrownBy(() -> change(desk.terms(Map.of("bpatc", 2, "nilg", 3), Desk.STARTS.minusDays(1))))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> change(desk.terms(Map.of("bpatc", 0, "nilg", 3), Desk.ENDS)))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> change(desk.terms(Map.of("bpatc", 2, "nilg", 3, "nowhere", 1), Desk.ENDS)))
                .isInstanceOf(Invalid.class);
        assertThat(desk.show(cohort).cohort().title().en()).isEqualTo("First");
    }

    @Test
    void isChangedByItsHostOnly() {
        rooms.coordinator("nilg");
        assertThatThrownBy(() -> change(desk.terms(Map.of("nilg", 3), Desk.ENDS)))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> database.run(() -> desk.keepOrderDocument.keep(cohort, PDF)))
                .isInstanceOf(Forbidden.class);
        rooms.coordinator("bard");
        assertThatThrownBy(() -> change(desk.terms(Map.of("nilg", 3), Desk.ENDS)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void isReachedThroughACoordinatorOfTheHost() {
        assertThatThrownBy(() -> database.run(() -> desk.changeCohort.change(
                        cohort, desk.terms(Map.of("bpatc", 2, "nilg", 3), Desk.ENDS), own.id())))
                .isInstanceOf(Invalid.class);
        rooms.administrator();
        Cohort without = desk.cohort("bpatc", null, Map.of());
        assertThat(without.contact()).as("it was opened by an administrator").isNull();
        database.run(() -> desk.changeCohort.change(without.id(), desk.terms(Map.of(), Desk.ENDS), host.id()));
        assertThat(desk.show(without.id()).contact()).isEqualTo(host);
    }

    @Test
    void isReachedThroughAnotherCoordinatorOrNobodyOnceTheRoleHasEnded() {
        Person second = rooms.learner("second", "bpatc");
        database.run(() -> rooms.people.grant(second.id(), Role.COORDINATOR, "bpatc"));
        assertThat(desk.show(cohort).contact()).isEqualTo(host);
        database.update("delete from role_held where role = 'COORDINATOR' and person = '" + host.id() + "'");
        assertThat(desk.show(cohort).contact()).isEqualTo(second);
        database.update("update person set active = false where id = '" + second.id() + "'");
        assertThat(desk.show(cohort).contact()).isNull();
    }

    @Test
    void keepsItsNominationOrderForThoseWhomItConcerns() {
        assertThatThrownBy(() -> database.in(() -> desk.keepOrderDocument.read(cohort)))
                .isInstanceOf(NotFound.class)
                .hasMessage("unknown-document");
        database.run(() -> desk.keepOrderDocument.keep(cohort, PDF));
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0};
        database.run(() -> desk.keepOrderDocument.keep(cohort, png));
        rooms.coordinator("nilg");
        OrderDocuments.Document kept = database.in(() -> desk.keepOrderDocument.read(cohort));
        assertThat(kept.mediaType()).isEqualTo("image/png");
        assertThat(kept.content()).isEqualTo(png);
        OrderDocuments.Facts facts = desk.show(cohort).document();
        assertThat(facts).isNotNull();
        assertThat(facts.size()).isEqualTo(9);
        rooms.coordinator("bard");
        assertThatThrownBy(() -> database.in(() -> desk.keepOrderDocument.read(cohort)))
                .isInstanceOf(NotFound.class)
                .hasMessage("unknown-cohort");
    }

    @Test
    void takesNothingElseForANominationOrder() {
        for (String content : List.of("", "%PDF-", "<html>", " %PDF-1.7", "PK\u0003\u0004")) {
            byte[] bytes = content.getBytes(StandardCharsets.US_ASCII);
            assertThatThrownBy(() -> database.run(() -> desk.keepOrderDocument.keep(cohort, bytes)))
                    .as(content)
                    .isInstanceOf(Invalid.class)
                    .hasMessage("document-type");
        }
        assertThat(database.number("select count(*) from cohort_order_document"))
                .isZero();
    }

    private void asHost() {
        Acting.coordinator(rooms.caller, host.id(), "bpatc");
    }

    private void change(Cohort.Terms terms) {
        database.run(() -> desk.changeCohort.change(cohort, terms, null));
    }

    private List<String> names(int page, int size) {
        return database.in(() -> desk.listParticipants.list(cohort, Language.EN, page, size)).items().stream()
                .map(participant -> participant.person().email())
                .toList();
    }

    private long audited(String action) {
        return database.number("select count(*) from audit_entry where action = '" + action + "'");
    }

    private static void assertConflict(String code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(Conflict.class).hasMessage(code);
    }
}
