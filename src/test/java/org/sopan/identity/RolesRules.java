package org.sopan.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sopan.enrolment.Cohort;
import org.sopan.enrolment.FollowHandOver;
import org.sopan.platform.Acting;
import org.sopan.platform.Role;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException.Conflict;
import org.sopan.shared.DomainException.Forbidden;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.shared.DomainException.NotFound;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.Page;
import org.sopan.shared.PersonId;
import org.sopan.testing.AtOnce;
import org.sopan.testing.Rooms;
import org.sopan.testing.TestDatabase;

abstract class RolesRules {
    private final TestDatabase database;
    private final Rooms rooms;
    private final GrantRole grantRole;
    private final EndRole endRole;
    private final HandOver handOver;
    private final ListRoles listRoles;
    private final Person learner;

    RolesRules(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database);
        Colleagues colleagues = new Colleagues(rooms.people, rooms.randomness, rooms.clock);
        Invite invite = new Invite(rooms.links, rooms.outbox, rooms.organizations, rooms.people, rooms.enrolments);
        grantRole = new GrantRole(
                rooms.roles,
                colleagues,
                rooms.organizations,
                rooms.enrolments,
                invite,
                rooms.sessions,
                rooms.caller,
                rooms.audit);
        endRole = new EndRole(rooms.roles, rooms.people, rooms.enrolments, rooms.sessions, rooms.caller, rooms.audit);
        handOver = new HandOver(
                rooms.roles,
                colleagues,
                rooms.organizations,
                invite,
                rooms.sessions,
                rooms.caller,
                rooms.audit,
                rooms.events.of());
        listRoles = new ListRoles(rooms.roles, rooms.people, rooms.enrolments, rooms.caller);
        rooms.events.observedBy(new FollowHandOver(rooms.entities, rooms.clock));
        learner = rooms.learner("rahima", "bpatc");
    }

    @Test
    void letsAnAdministratorMakeACoordinatorOfSomeoneNewWhoIsInvited() {
        rooms.administrator();
        GrantRole.Granted granted = grant(newcomer("New@Sopan.Example"), Role.COORDINATOR, "nilg", null);
        assertThat(granted.isNew()).isTrue();
        assertThat(granted.person().email()).isEqualTo("new@sopan.example");
        assertThat(granted.person().organization()).isEqualTo("nilg");
        assertThat(database.number(
                        "select count(*) from outbox where template = 'invitation' and address = 'new@sopan.example'"
                                + " and content like '%\"staff\":\"coordinator\"%'"))
                .isEqualTo(1);
        assertThat(audited("role-granted")).isEqualTo(1);
    }

    @Test
    void grantsTheSameOnceHoweverOftenItIsAsked() {
        rooms.administrator();
        GrantRole.Granted first = grant(known(learner), Role.VIEWER, "bpatc", null);
        GrantRole.Granted again = grant(known(learner), Role.VIEWER, "bpatc", null);
        assertThat(again.isNew()).isFalse();
        assertThat(again.role().id()).isEqualTo(first.role().id());
        assertThat(audited("role-granted")).isEqualTo(1);
        assertThat(mails()).isEqualTo(1);
    }

    @Test
    void grantsTheSameOnceWhenItIsAskedTwiceAtOnce() {
        rooms.administrator();
        Runnable act = () -> grantRole.grant(new GrantRole.Wanted(known(learner), Role.VIEWER, "bpatc", null));
        AtOnce.overlap(database, act, act);
        assertThat(database.number("select count(*) from role_held where role = 'VIEWER'"))
                .isEqualTo(1);
        assertThat(audited("role-granted")).isEqualTo(1);
    }

    @Test
    void letsACoordinatorNameFurtherOnesAndViewersOfTheOwnInstituteOnly() {
        rooms.coordinator("bpatc");
        grant(known(learner), Role.COORDINATOR, "bpatc", null);
        grant(known(learner), Role.VIEWER, "bpatc", null);
        assertThatThrownBy(() -> grant(known(learner), Role.COORDINATOR, "nilg", null))
                .isInstanceOf(NotFound.class)
                .hasMessage("unknown-organization");
        assertThatThrownBy(() -> grant(known(learner), Role.ADMINISTRATOR, null, null))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> grant(known(learner), Role.LEARNER, "bpatc", null))
                .isInstanceOf(Forbidden.class);
    }

    @Test
    void tellsACoordinatorNothingOfAnothersPeople() {
        Person elsewhere = rooms.learner("elsewhere", "nilg");
        rooms.coordinator("bpatc");
        assertThatThrownBy(() -> grant(known(elsewhere), Role.VIEWER, "bpatc", null))
                .isInstanceOf(NotFound.class)
                .hasMessage("unknown-person");
        assertConflict("known-elsewhere", () -> grant(newcomer("elsewhere@sopan.example"), Role.VIEWER, "bpatc", null));
        database.update("update person set active = false where email = 'elsewhere@sopan.example'");
        assertConflict("known-elsewhere", () -> grant(newcomer("elsewhere@sopan.example"), Role.VIEWER, "bpatc", null));
        assertThat(database.number("select count(*) from role_held where role = 'VIEWER'"))
                .isZero();
    }

    @Test
    void letsTheHostNameTheFacilitatorsOfItsCohorts() {
        CohortId hosted = cohort("bpatc", null).id();
        CohortId others = cohort("nilg", null).id();
        Person first = rooms.coordinator("bpatc");
        GrantRole.Granted granted = grant(known(learner), Role.FACILITATOR, null, hosted);
        assertThat(granted.role().cohort()).isEqualTo(hosted);
        assertThat(granted.role().organization()).isNull();
        assertThat(rooms.database.in(() -> rooms.roles.facilitatorsOf(List.of(hosted, others))))
                .extracting(RoleHeld::person)
                .containsExactly(learner.id());
        Person coordinator = rooms.coordinator("nilg");
        assertThatThrownBy(() -> grant(known(coordinator), Role.FACILITATOR, null, others))
                .isInstanceOf(Forbidden.class)
                .hasMessage("not-to-oneself");
        rooms.administrator();
        grant(known(coordinator), Role.FACILITATOR, null, others);
        Acting.coordinator(rooms.caller, first.id(), "bpatc");
        assertThatThrownBy(() -> grant(known(learner), Role.FACILITATOR, null, others))
                .isInstanceOf(NotFound.class)
                .hasMessage("unknown-cohort");
    }

    @Test
    void asksForWhatTheRoleIsFor() {
        rooms.administrator();
        assertThatThrownBy(() -> grant(known(learner), Role.COORDINATOR, null, null))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> grant(known(learner), Role.COORDINATOR, "nowhere", null))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> grant(known(learner), Role.FACILITATOR, "bpatc", null))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> grant(newcomer("no address"), Role.VIEWER, "bpatc", null))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> grant(
                        new Colleagues.Wanted(null, "nameless@sopan.example", null, null), Role.VIEWER, "bpatc", null))
                .isInstanceOf(Invalid.class);
        assertThat(audited("role-granted")).isZero();
    }

    @Test
    void givesNoRoleToADeactivatedPerson() {
        database.update("update person set active = false where email = 'rahima@sopan.example'");
        rooms.administrator();
        assertThatThrownBy(() -> grant(known(learner), Role.VIEWER, "bpatc", null))
                .isInstanceOf(NotFound.class);
        assertConflict("not-active", () -> grant(newcomer("rahima@sopan.example"), Role.VIEWER, "bpatc", null));
    }

    @Test
    void endsARoleWhichIsKnownHereAtOnce() {
        rooms.administrator();
        GrantRole.Granted granted = grant(known(learner), Role.VIEWER, "bpatc", null);
        String token = database.in(() -> rooms.sessions.open(learner.id())).token();
        assertThat(identify(token).viewed()).containsExactly("bpatc");
        end(granted.role());
        assertThat(identify(token).viewed()).isEmpty();
        assertThatThrownBy(() -> end(granted.role())).isInstanceOf(NotFound.class);
        assertThat(audited("role-ended")).isEqualTo(1);
    }

    @Test
    void isKnownHereAtOnceWhenItIsGranted() {
        String token = database.in(() -> rooms.sessions.open(learner.id())).token();
        assertThat(identify(token).viewed()).isEmpty();
        rooms.administrator();
        grant(known(learner), Role.VIEWER, "bpatc", null);
        assertThat(identify(token).viewed()).containsExactly("bpatc");
    }

    @Test
    void keepsTheLastAdministratorWhoCanSignIn() {
        Person administrator = rooms.administrator();
        RoleHeld only = roleOf(administrator, Role.ADMINISTRATOR);
        signUp(administrator);
        assertConflict("last-administrator", () -> end(only));
        GrantRole.Granted invited = grant(known(learner), Role.ADMINISTRATOR, null, null);
        assertConflict("last-administrator", () -> end(only));
        end(invited.role());
        GrantRole.Granted second = grant(known(learner), Role.ADMINISTRATOR, null, null);
        signUp(learner);
        end(only);
        assertConflict("last-administrator", () -> end(second.role()));
    }

    @Test
    void keepsAnAdministratorWhenTwoEndEachOthersRoleAtOnce() {
        Person administrator = rooms.administrator();
        signUp(administrator);
        signUp(learner);
        RoleHeld first = roleOf(administrator, Role.ADMINISTRATOR);
        RoleHeld second = grant(known(learner), Role.ADMINISTRATOR, null, null).role();
        AtomicInteger refused = new AtomicInteger();
        AtOnce.overlap(database, () -> endRole.end(first.id()), () -> {
            try {
                endRole.end(second.id());
            } catch (Conflict last) {
                refused.incrementAndGet();
            }
        });
        assertThat(refused).hasValue(1);
        assertThat(database.number("select count(*) from role_held where role = 'ADMINISTRATOR'"))
                .isEqualTo(1);
    }

    @Test
    void leavesAnInstituteItsLastCoordinator() {
        Person coordinator = rooms.coordinator("bpatc");
        RoleHeld own = roleOf(coordinator, Role.COORDINATOR);
        assertConflict("own-role", () -> end(own));
        RoleHeld further =
                grant(known(learner), Role.COORDINATOR, "bpatc", null).role();
        end(further);
        RoleHeld again = grant(known(learner), Role.COORDINATOR, "bpatc", null).role();
        database.update("update person set active = false where email like 'coordinator%'");
        assertConflict("last-coordinator", () -> end(again));
        rooms.administrator();
        end(again);
        end(own);
    }

    @Test
    void doesNotLetACoordinatorEndAnothersRoles() {
        Person other = rooms.coordinator("nilg");
        RoleHeld role = roleOf(other, Role.COORDINATOR);
        Person administrator = rooms.administrator();
        rooms.coordinator("bpatc");
        assertThatThrownBy(() -> end(role)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> end(roleOf(administrator, Role.ADMINISTRATOR))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> end(roleOf(learner, Role.LEARNER))).isInstanceOf(NotFound.class);
    }

    @Test
    void listsToEachWhatIsTheirs() {
        rooms.coordinator("nilg");
        CohortId hosted = cohort("bpatc", null).id();
        rooms.administrator();
        grant(known(learner), Role.FACILITATOR, null, hosted);
        assertThat(list(null, null).total()).isEqualTo(3);
        assertThat(list("nilg", null).items())
                .extracting(entry -> entry.person().email())
                .containsExactly("coordinator-nilg@sopan.example");
        rooms.coordinator("bpatc");
        assertThat(list(null, null).items())
                .extracting(entry -> entry.role().role())
                .containsExactlyInAnyOrder(Role.COORDINATOR, Role.FACILITATOR);
        assertThat(list(null, hosted).total()).isEqualTo(1);
        assertThatThrownBy(() -> list("nilg", null)).isInstanceOf(NotFound.class);
    }

    @Test
    void handsTheWorkOverWithTheContactOfItsOpenCohorts() {
        Person coordinator = rooms.coordinator("bpatc");
        Cohort open = cohort("bpatc", coordinator.id());
        Cohort others = cohort("nilg", coordinator.id());
        Cohort past = cohort("bpatc", coordinator.id());
        database.update("update cohort set starts = '2026-01-01', ends = '2026-02-01' where id = '" + past.id() + "'");
        String token = database.in(() -> rooms.sessions.open(coordinator.id())).token();
        assertThat(identify(token).coordinated()).containsExactly("bpatc");

        GrantRole.Granted granted =
                database.in(() -> handOver.handOver("bpatc", null, newcomer("rahima@sopan.example"), "retired"));

        assertThat(granted.person()).isEqualTo(learner);
        assertThat(identify(token).coordinated()).isEmpty();
        assertThat(contact(open)).isEqualTo(learner.id());
        assertThat(contact(others)).isEqualTo(coordinator.id());
        assertThat(contact(past)).isEqualTo(coordinator.id());
        assertThat(audited("coordinator-handed-over")).isEqualTo(1);
        assertConflict(
                "not-coordinator", () -> database.in(() -> handOver.handOver("bpatc", null, known(learner), null)));
    }

    @Test
    void handsOverOnlyToAColleague() {
        Person elsewhere = rooms.learner("elsewhere", "nilg");
        Person coordinator = rooms.coordinator("bpatc");
        assertThatThrownBy(() -> database.in(() -> handOver.handOver("bpatc", null, known(elsewhere), null)))
                .isInstanceOf(NotFound.class)
                .hasMessage("unknown-person");
        assertThatThrownBy(() ->
                        database.in(() -> handOver.handOver("bpatc", null, newcomer("nobody@sopan.example"), null)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> database.in(() -> handOver.handOver("bpatc", null, known(coordinator), null)))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> database.in(() -> handOver.handOver("nilg", null, known(elsewhere), null)))
                .isInstanceOf(NotFound.class)
                .hasMessage("unknown-organization");
        assertThat(roleOf(coordinator, Role.COORDINATOR)).isNotNull();
    }

    @Test
    void letsAnAdministratorHandOverForSomeoneWhoHasLeft() {
        Person coordinator = rooms.coordinator("bpatc");
        assertThatThrownBy(() -> database.in(() -> handOver.handOver("bpatc", learner.id(), known(learner), null)))
                .isInstanceOf(Forbidden.class);
        rooms.administrator();
        database.run(() -> handOver.handOver("bpatc", coordinator.id(), known(learner), null));
        assertThat(database.in(() -> rooms.roles.isCoordinator(learner.id(), "bpatc")))
                .isTrue();
        assertThat(database.in(() -> rooms.roles.isCoordinator(coordinator.id(), "bpatc")))
                .isFalse();
    }

    private Cohort cohort(String host, @Nullable PersonId contact) {
        Cohort cohort = new Cohort(
                new CohortId(rooms.randomness.id()),
                host,
                null,
                LocalizedText.of("First", "প্রথম"),
                LocalDate.of(2026, 11, 1),
                LocalDate.of(2027, 6, 30),
                Map.of(),
                null,
                rooms.clock.instant());
        database.run(() -> rooms.entities.persist(cohort));
        if (contact != null) {
            database.update("update cohort set contact = '" + contact + "' where id = '" + cohort.id() + "'");
        }
        return cohort;
    }

    private @Nullable PersonId contact(Cohort cohort) {
        return database.in(() -> rooms.enrolments.cohort(cohort.id()).orElseThrow())
                .contact();
    }

    private GrantRole.Granted grant(
            Colleagues.Wanted who, Role role, @Nullable String organization, @Nullable CohortId cohort) {
        return database.in(() -> grantRole.grant(new GrantRole.Wanted(who, role, organization, cohort)));
    }

    private void end(RoleHeld role) {
        database.run(() -> endRole.end(role.id()));
    }

    private Page<ListRoles.Entry> list(@Nullable String organization, @Nullable CohortId cohort) {
        return database.in(() -> listRoles.list(organization, cohort, 0, 50));
    }

    private RoleHeld roleOf(Person person, Role role) {
        return database.in(() -> rooms.people.rolesOf(person.id())).stream()
                .filter(held -> held.role() == role)
                .findFirst()
                .orElseThrow();
    }

    private void signUp(Person person) {
        database.update("update person set password_hash = 'x' where id = '" + person.id() + "'");
    }

    private org.sopan.platform.Identified identify(String token) {
        return database.in(() -> rooms.sessions.identify(token)).orElseThrow();
    }

    private long audited(String action) {
        return database.number("select count(*) from audit_entry where action = '" + action + "'");
    }

    private long mails() {
        return database.number("select count(*) from outbox");
    }

    private static Colleagues.Wanted known(Person person) {
        return new Colleagues.Wanted(person.id(), null, null, null);
    }

    private static Colleagues.Wanted newcomer(String email) {
        return new Colleagues.Wanted(null, email, LocalizedText.of("New Person", "নতুন ব্যক্তি"), null);
    }

    private static void assertConflict(String code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(Conflict.class).hasMessage(code);
    }
}
