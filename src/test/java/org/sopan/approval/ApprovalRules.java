package org.sopan.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sopan.approval.Approval.State;
import org.sopan.approval.Decision.Terms;
import org.sopan.approval.Decision.Verdict;
import org.sopan.completion.MyAwards.AwardState;
import org.sopan.credential.Certificate;
import org.sopan.identity.Person;
import org.sopan.platform.Acting;
import org.sopan.shared.DomainException.Conflict;
import org.sopan.shared.DomainException.Invalid;
import org.sopan.shared.DomainException.NotFound;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.Language;
import org.sopan.shared.Page;
import org.sopan.spi.certificate.AsPrinted.Memo;
import org.sopan.testing.AtOnce;
import org.sopan.testing.Merging;
import org.sopan.testing.Programmes;
import org.sopan.testing.Rooms;
import org.sopan.testing.SamePrice;
import org.sopan.testing.Study;
import org.sopan.testing.TestDatabase;

abstract class ApprovalRules {
    private static final Memo MEMO = new Memo("০৪.০০.০০০০.৪২২", LocalDate.of(2026, 11, 20));
    private static final Terms APPROVE = new Terms(Verdict.APPROVE, null, "seen by the committee", MEMO);
    private static final Terms RETURN = new Terms(Verdict.RETURN, "evidence-unclear", "a secret", null);
    private final TestDatabase database;
    private final Rooms rooms;
    private final Study study;
    private final Decisions decisions;
    private final DecideAwards decide;
    private final ShowApprovals show;
    private final DecisionRounds rounds;
    private final Person learner;
    private final Person administrator;

    ApprovalRules(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database).withCourses();
        study = new Study(rooms);
        Programmes.declareOverAll(rooms);
        decisions = new Decisions(rooms.entities, rooms.batches);
        decide =
                new DecideAwards(decisions, rooms.caller, rooms.audit, rooms.randomness, rooms.woken::add, rooms.clock);
        show = new ShowApprovals(
                rooms.entities,
                study.approvals,
                study.awards,
                rooms.people,
                rooms.enrolments,
                study.steps,
                rooms.caller);
        rounds = new DecisionRounds(
                decisions,
                study.approvals,
                study.awards,
                rooms.people,
                rooms.catalogue,
                rooms.events.of(),
                rooms.clock);
        learner = rooms.learner("rahima", "nilg");
        administrator = rooms.administrator();
    }

    @Test
    void issuesCertificateRegisterRowAndMailTogether() {
        UUID award = meet(learner);
        DecideAwards.Progress begun = decide(APPROVE, award);
        assertThat(begun.decision().isFinished()).isFalse();
        assertThat(rooms.woken).contains(CarryOutDecisions.NAME);
        assertThat(certificates()).isEmpty();
        carryOut();
        Certificate certificate = certificates().get(0);
        assertThat(certificate.asPrinted().memo()).isEqualTo(MEMO);
        assertThat(certificate.asPrinted().award().en()).isEqualTo("Institute Certificate");
        assertThat(certificate.asPrinted().course()).isNull();
        assertThat(certificate.asPrinted().programme()).isNotNull();
        assertThat(certificate.asPrinted().minutes()).isPositive();
        assertThat(mails(certificate.serial())).isEqualTo(1);
        assertThat(progress(begun).outcomes()).isEqualTo(Map.of("approved", 1));
        assertThat(progress(begun).decision().isFinished()).isTrue();
        assertThat(line().met()).isTrue();
        assertThat(state().met()).isTrue();
        assertThat(state().serial()).isEqualTo(certificate.serial());
    }

    @Test
    void issuesNothingWhenThePartIsRolledBackAndAllWhenItIsDoneAgain() {
        UUID award = meet(learner);
        DecideAwards.Progress begun = decide(APPROVE, award);
        rooms.events.observedBy(new Object() {
            private boolean failed;

            @SuppressWarnings("unused")
            void fail(@Observes AwardsApproved event) {
                if (!failed) {
                    failed = true;
                    throw new IllegalStateException("the power was cut");
                }
            }
        });
        assertThatThrownBy(() -> part(250)).hasMessage("the power was cut");
        assertThat(certificates()).isEmpty();
        assertThat(approval(award).state()).isEqualTo(State.WAITING);
        carryOut();
        assertThat(certificates()).hasSize(1);
        assertThat(progress(begun).outcomes()).isEqualTo(Map.of("approved", 1));
    }

    @Test
    void isTheSameDecisionWhenTheRequestComesTwice() {
        UUID award = meet(learner);
        DecideAwards.Progress first = database.in(() -> decide.decide(APPROVE, List.of(award), "click-1"));
        DecideAwards.Progress again = database.in(() -> decide.decide(APPROVE, List.of(award), "click-1"));
        assertThat(again.decision().id()).isEqualTo(first.decision().id());
        assertThatThrownBy(() -> database.in(() -> decide.decide(RETURN, List.of(award), "click-1")))
                .hasMessage("once-used-otherwise");
        carryOut();
        assertThat(certificates()).hasSize(1);
        assertThat(database.number("select count(*) from decision")).isEqualTo(1);
    }

    @Test
    void namesWhatWasDecidedMeanwhile() {
        UUID first = meet(learner);
        UUID second = meet(rooms.learner("karim", "bard"));
        rooms.administrator("another");
        decide(APPROVE, first);
        DecideAwards.Progress both = decide(APPROVE, first, second);
        carryOut();
        assertThat(progress(both).outcomes()).isEqualTo(Map.of("already-approved", 1, "approved", 1));
        assertThat(progress(both).left()).containsExactly(new Decisions.Left(first.toString(), "already-approved"));
        assertThat(database.number("select count(*) from certificate where valid_key is not null and award in"
                        + " (select id from award where kind = 'institute')"))
                .isEqualTo(2);
    }

    @Test
    void goesOnWhereItStoppedAndHoldsUpNothingForOneThatFails() {
        List<UUID> awards = new ArrayList<>();
        for (String name : List.of("a", "b", "c")) {
            awards.add(meet(rooms.learner(name, "nilg")));
        }
        Acting.administrator(rooms.caller, administrator.id());
        DecideAwards.Progress begun = database.in(() -> decide.decide(APPROVE, awards, null));
        part(1);
        assertThat(progress(begun).decision().done()).isEqualTo(1);
        rooms.events.observedBy(new Object() {
            @SuppressWarnings("unused")
            void fail(@Observes AwardsApproved event) {
                if (event.awards().stream().anyMatch(each -> each.award().id().equals(awards.get(1)))) {
                    throw new IllegalStateException("this one cannot be issued");
                }
            }
        });
        carryOut();
        assertThat(progress(begun).outcomes()).isEqualTo(Map.of("approved", 2, "failed", 1));
        assertThat(progress(begun).left())
                .containsExactly(new Decisions.Left(awards.get(1).toString(), "failed"));
        assertThat(approval(awards.get(1)).state()).isEqualTo(State.WAITING);
    }

    @Test
    void issuesOnceWhenTwoDecideAtOnce() {
        UUID award = meet(learner);
        decide(APPROVE, award);
        rooms.administrator("another");
        decide(APPROVE, award);
        AtOnce.run(this::carryOut, this::carryOut);
        assertThat(certificates()).hasSize(1);
        assertThat(mails(certificates().get(0).serial())).isEqualTo(1);
        assertThat(database.number("select count(*) from decision where open_key is not null"))
                .isZero();
    }

    @Test
    void isReturnedWithAReasonInNeutralWordsAndPresentedAgain() {
        UUID award = meet(learner);
        decide(RETURN, award);
        carryOut();
        AwardState returned = state();
        assertThat(returned.met()).isFalse();
        assertThat(returned.paper().reason()).isEqualTo("approval-returned");
        assertThat(String.valueOf(line().toDo()))
                .contains("looked at once more")
                .doesNotContain("secret");
        rooms.coordinator("bard");
        assertThatThrownBy(() -> presentAgain(award)).isInstanceOf(NotFound.class);
        Person coordinator = rooms.coordinator("nilg");
        presentAgain(award);
        presentAgain(award);
        assertThat(approval(award).state()).isEqualTo(State.WAITING);
        assertThat(database.number("select count(*) from approval_act where what = 'presented' and made_by = '"
                        + coordinator.id() + "'"))
                .isEqualTo(1);
        Acting.administrator(rooms.caller, administrator.id());
        decide(APPROVE, award);
        carryOut();
        assertThat(certificates()).hasSize(1);
        assertThatThrownBy(() -> presentAgain(award)).hasMessage("already-approved");
    }

    @Test
    void takesOnlyReasonsFromTheList() {
        UUID award = meet(learner);
        Invalid refused = catchThrowableOfType(
                Invalid.class, () -> decide(new Terms(Verdict.RETURN, "because", null, null), award));
        assertThat(refused.errors().get(0).message()).contains("not-eligible", "other");
        assertThatThrownBy(() -> decide(new Terms(Verdict.RETURN, null, null, null), award))
                .hasMessage("unknown-reason");
    }

    @Test
    void isSignedByAnotherPersonWhereTheProgrammeAsksForIt() {
        UUID award = meetAll(learner);
        decide(APPROVE, award);
        carryOut();
        assertThat(approval(award).state()).isEqualTo(State.SIGNING);
        assertThat(certificates()).isEmpty();
        Conflict refused = catchThrowableOfType(Conflict.class, () -> decide(APPROVE, award));
        assertThat(refused).hasMessage("second-person-needed");
        assertThat(String.valueOf(refused.details().get("awards"))).contains(award.toString());
        rooms.administrator("another");
        DecideAwards.Progress signed = decide(new Terms(Verdict.APPROVE, null, null, null), award);
        carryOut();
        assertThat(progress(signed).outcomes()).isEqualTo(Map.of("approved", 1));
        assertThat(certificates()).hasSize(1);
        assertThat(certificates().get(0).asPrinted().memo()).isEqualTo(MEMO);
        assertThat(acts(award)).containsExactly("approved", "signed");
    }

    @Test
    void isNotSignedByTheSamePersonWithAnotherRecord() {
        UUID award = meetAll(learner);
        decide(APPROVE, award);
        carryOut();
        Person other = rooms.administrator("other-record");
        decide(APPROVE, award);
        database.update("update person set merged_into = '" + other.id() + "' where id = '" + administrator.id() + "'");
        carryOut();
        assertThat(database.number("select count(*) from decision_line where outcome = 'second-person-needed'"))
                .isEqualTo(1);
        assertThat(approval(award).state()).isEqualTo(State.SIGNING);
        assertThat(certificates()).isEmpty();
    }

    @Test
    void isNotDecidedByItsHolder() {
        UUID award = meet(learner);
        Acting.administrator(rooms.caller, learner.id());
        assertThatThrownBy(() -> decide(APPROVE, award)).hasMessage("own-award");
    }

    @Test
    void isApprovedOnceForAPersonWithTwoRecords() {
        Person twin = rooms.learner("rohima", "nilg");
        UUID first = meet(learner);
        UUID second = meet(twin);
        decide(APPROVE, first);
        carryOut();
        database.update("update person set merged_into = '" + learner.id() + "' where id = '" + twin.id() + "'");
        DecideAwards.Progress again = decide(APPROVE, second);
        carryOut();
        assertThat(progress(again).outcomes()).isEqualTo(Map.of("has-it-already", 1));
        assertThat(certificates()).hasSize(1);
    }

    @Test
    void isNotIssuedAgainAfterItWasRevoked() {
        UUID award = meet(learner);
        decide(APPROVE, award);
        carryOut();
        String serial = certificates().get(0).serial();
        database.run(() -> study.changeCertificate.revoke(serial, "issued-in-error", null));
        DecideAwards.Progress again = decide(APPROVE, award);
        carryOut();
        assertThat(progress(again).outcomes()).isEqualTo(Map.of("already-approved", 1));
        assertThat(database.number("select count(*) from certificate where serial <> '" + serial + "' and award = '"
                        + award + "'"))
                .isZero();
    }

    @Test
    void holdsThePaperOfSomeoneWithoutANameAndKeepsTheMemo() {
        UUID award = meet(learner);
        database.update("update person set name_en = null, name_bn = null where id = '" + learner.id() + "'");
        decide(APPROVE, award);
        carryOut();
        assertThat(database.number("select count(*) from certificate where held_because = 'name-missing' and award = '"
                        + award + "'"))
                .isEqualTo(1);
        assertThat(state().paper().state()).isEqualTo("held");
    }

    @Test
    void showsTheQueueWithItsEvidence() {
        UUID award = meet(learner);
        rooms.clock.advance(Duration.ofDays(1));
        meet(rooms.learner("karim", "bard"));
        Acting.administrator(rooms.caller, administrator.id());
        Page<ShowApprovals.Seen> all = list(wanted(null, State.WAITING, null));
        assertThat(all.items()).extracting(seen -> seen.person().id()).first().isEqualTo(learner.id());
        assertThat(all.total()).as("bard asks for all modules").isEqualTo(3);
        ShowApprovals.Seen seen = database.in(() -> show.one(award));
        assertThat(seen.award().evidence().conditions()).hasSize(2);
        assertThat(seen.taken()).hasSize(2);
        assertThat(seen.taken().get(0).steps()).isNotEmpty();
        assertThat(list(wanted("bard", null, null)).total()).isEqualTo(2);
        assertThat(list(wanted(null, null, "RAHI")).items())
                .extracting(each -> each.award().id())
                .containsExactly(award);
        assertThat(list(wanted(null, State.APPROVED, null)).items()).isEmpty();
    }

    @Test
    void showsACoordinatorHerOwnInstitutesOnly() {
        UUID award = meet(learner);
        UUID other = meet(rooms.learner("karim", "bard"));
        rooms.coordinator("nilg");
        assertThat(list(wanted(null, null, null)).items())
                .extracting(seen -> seen.award().id())
                .containsExactly(award);
        assertThatThrownBy(() -> list(wanted("bard", null, null))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> database.in(() -> show.one(other))).isInstanceOf(NotFound.class);
    }

    @Test
    void costsTheSameHoweverLongTheQueueIs() {
        IntStream.range(0, SamePrice.MANY).forEach(i -> meet(rooms.learner("learner-" + i, "nilg")));
        Acting.administrator(rooms.caller, administrator.id());
        SamePrice.ofPages(database, size -> show.list(wanted(null, null, null), 0, size));
    }

    @Test
    void countsJoinedRecordsOfAnAwardAsOnePersons() {
        Person twin = rooms.learner("rohima", "nilg");
        UUID award = meet(twin);
        Acting.administrator(rooms.caller, administrator.id());
        new Merging(rooms, study).merge(learner, twin);
        ShowApprovals.Seen seen = database.in(() -> show.one(award));
        assertThat(seen.person().id()).isEqualTo(learner.id());
        assertThat(seen.taken()).hasSize(2);
    }

    private static ShowApprovals.Wanted wanted(
            @Nullable String institute, @Nullable State state, @Nullable String words) {
        return new ShowApprovals.Wanted(institute, null, null, state, words);
    }

    private Page<ShowApprovals.Seen> list(ShowApprovals.Wanted wanted) {
        return database.in(() -> show.list(wanted, 0, 50));
    }

    /** All that nilg requires; the caller is an administrator afterwards. */
    private UUID meet(Person person) {
        EnrolmentId basics = rooms.enrol(person, "basics");
        study.read(basics, "one");
        study.read(basics, "two");
        study.take(basics, "m1-first", true);
        if (!"nilg".equals(person.organization())) {
            study.read(basics, "three");
            study.take(basics, "m2-second", true);
        }
        EnrolmentId advanced = rooms.enrol(person, "advanced");
        study.read(advanced, "four");
        study.read(advanced, "five");
        Acting.administrator(rooms.caller, administrator.id());
        return award(person, "institute");
    }

    private UUID meetAll(Person person) {
        meet(person);
        Acting.learner(rooms.caller, person.id());
        EnrolmentId basics =
                database.in(() -> rooms.enrolments.of(person.id())).get(0).id();
        study.read(basics, "three");
        study.take(basics, "m2-second", true);
        Acting.administrator(rooms.caller, administrator.id());
        return award(person, "certified-trainer");
    }

    private UUID award(Person person, String kind) {
        return database.in(() -> study.awards.of(person.id())).stream()
                .filter(award -> award.kind().equals(kind))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private DecideAwards.Progress decide(Terms terms, UUID... awards) {
        return database.in(() -> decide.decide(terms, List.of(awards), null));
    }

    private DecideAwards.Progress progress(DecideAwards.Progress before) {
        return database.in(() -> decide.show(before.decision().id()));
    }

    private void presentAgain(UUID award) {
        database.run(() -> study.presentAward.again(award));
    }

    private boolean part(int most) {
        return database.in(() -> rounds.carryOut(most));
    }

    /** The job, each part in a transaction of its own, as the container runs them. */
    private void carryOut() {
        new CarryOutDecisions(
                        new DecisionRounds(
                                decisions,
                                study.approvals,
                                study.awards,
                                rooms.people,
                                rooms.catalogue,
                                rooms.events.of(),
                                rooms.clock) {
                            @Override
                            boolean carryOut(int most) {
                                return database.in(() -> super.carryOut(most));
                            }

                            @Override
                            boolean passOver() {
                                return database.in(super::passOver);
                            }
                        })
                .run();
    }

    private Approval approval(UUID award) {
        return database.in(() -> study.approvals.find(award)).orElseThrow();
    }

    private List<String> acts(UUID award) {
        return database.in(() -> show.one(award)).acts().stream()
                .map(ShowApprovals.ActSeen::what)
                .toList();
    }

    /** Those of awards that were approved. */
    private List<Certificate> certificates() {
        return database.in(() -> rooms.entities
                .createQuery(
                        "select c from Certificate c, Award a where a.id = c.award and a.kind <> 'completion'",
                        Certificate.class)
                .getResultList());
    }

    private long mails(String serial) {
        return database.number(
                "select count(*) from outbox where template = 'certificate' and attachment_key = '" + serial + "'");
    }

    private AwardState state() {
        return database.in(() -> study.myAwards(rooms).lookedAfter(learner.id(), Language.EN)).stream()
                .filter(state -> state.kind().equals("institute"))
                .findFirst()
                .orElseThrow();
    }

    private org.sopan.completion.Standing.ConditionState line() {
        return state().conditions().get(2);
    }
}
