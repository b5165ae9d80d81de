package org.sopan.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sopan.enrolment.Enrolment;
import org.sopan.identity.Person;
import org.sopan.platform.Acting;
import org.sopan.shared.EnrolmentId;
import org.sopan.testing.AtOnce;
import org.sopan.testing.Merging;
import org.sopan.testing.Programmes;
import org.sopan.testing.Rooms;
import org.sopan.testing.Study;
import org.sopan.testing.TestDatabase;

/** People who had met an award before it was declared. */
abstract class AwardSearchRules {
    private final TestDatabase database;
    private final Rooms rooms;
    private final Study study;

    AwardSearchRules(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database).withCourses();
        study = new Study(rooms);
    }

    @Test
    void findsWhoHadMetItAndWritesToNobody() {
        Instant act = rooms.clock.instant();
        List<Person> completed = people("completed", 3);
        completed.forEach(person -> complete(rooms.enrol(person, "basics")));
        EnrolmentId halfway = rooms.enrol(rooms.learner("halfway", "nilg"), "basics");
        study.read(halfway, "one");
        long mails = mails();
        rooms.clock.advance(Duration.ofDays(400));
        Programmes.declareParticipation(rooms);
        search();
        assertThat(participations()).isEqualTo(3);
        assertThat(database.number("select count(*) from certificate where quiet"))
                .isEqualTo(3);
        assertThat(mails()).isEqualTo(mails);
        Award award = database.in(() -> study.awards.of(completed.get(0).id())).stream()
                .filter(each -> each.kind().equals("participation"))
                .findFirst()
                .orElseThrow();
        assertThat(award.metAt()).as("the day of the act").isEqualTo(act);
        search();
        assertThat(participations()).isEqualTo(3);
    }

    @Test
    void letsTheNextOneBeMetByTheActAndMailed() {
        Programmes.declareParticipation(rooms);
        search();
        Person person = rooms.learner("rahima", "nilg");
        EnrolmentId enrolment = rooms.enrol(person, "basics");
        study.read(enrolment, "one");
        study.read(enrolment, "two");
        assertThat(participations()).isEqualTo(1);
        assertThat(mails()).isEqualTo(1);
        study.take(enrolment, "m1-first", true);
        assertThat(mails()).isEqualTo(2);
    }

    @Test
    void givesBothWhenTheLastActIsALesson() {
        Programmes.declareParticipation(rooms);
        Person person = rooms.learner("rahima", "nilg");
        EnrolmentId enrolment = rooms.enrol(person, "basics");
        study.take(enrolment, "m1-first", true);
        study.read(enrolment, "one");
        study.read(enrolment, "two");
        assertThat(database.in(() -> study.awards.of(person.id())))
                .extracting(Award::kind)
                .containsExactlyInAnyOrder("participation", "completion");
        assertThat(database.number("select count(*) from certificate where valid_key is not null"))
                .isEqualTo(2);
    }

    @Test
    void holdsACompletedEnrolmentToNothingNew() {
        complete(rooms.enrol(rooms.learner("rahima", "nilg"), "basics"));
        rooms.publish(
                "basics",
                Programmes.files(Programmes.PROGRAMME
                        .replace("nilg: [m1-first]", "nilg: [m1-first, m2-second]")
                        .replace(
                                "awards:\n",
                                "awards:\n  - {kind: participation, title: {en: P, bn: P}, scope: course,"
                                        + " conditions: [{lessons: required}], issue: automatic}\n")));
        search();
        assertThat(participations()).isEqualTo(1);
    }

    @Test
    void goesOnWhereItStopped() {
        people("many", 5).forEach(person -> complete(rooms.enrol(person, "basics")));
        Programmes.declareParticipation(rooms);
        List<Award> found = new ArrayList<>();
        rooms.events.observedBy(new Object() {
            @SuppressWarnings("unused")
            void cut(@Observes AwardMet event) {
                found.add(event.award());
                if (found.size() == 2) {
                    throw new IllegalStateException("the power was cut");
                }
            }
        });
        assertThatThrownBy(this::search).hasMessage("the power was cut");
        assertThat(participations()).isZero();
        search();
        assertThat(participations()).isEqualTo(5);
    }

    @Test
    void looksAtEveryoneInMoreThanOnePortion() {
        database.run(() -> {
            for (int i = 0; i < AwardSearch.PORTION + 5; i++) {
                Enrolment enrolment = new Enrolment(
                        new EnrolmentId(rooms.randomness.id()),
                        rooms.learner("idle" + i, "nilg").id(),
                        "basics",
                        null,
                        "nilg",
                        rooms.clock.instant());
                enrolment.begin(rooms.clock.instant());
                rooms.enrolments.add(enrolment);
            }
        });
        people("late", 2).forEach(person -> complete(rooms.enrol(person, "basics")));
        Programmes.declareParticipation(rooms);
        search();
        assertThat(participations()).isEqualTo(2);
        assertThat(database.number("select count(*) from award_search where finished_at is null"))
                .isZero();
    }

    @Test
    void findsEachOnceWhenTwoNodesLook() {
        people("p", 4).forEach(person -> complete(rooms.enrol(person, "basics")));
        Programmes.declareParticipation(rooms);
        AtOnce.run(this::search, this::search);
        search();
        assertThat(participations()).isEqualTo(4);
    }

    @Test
    void looksAgainWhenTheAwardAsksLess() {
        rooms.publish("basics", Programmes.files(participation("quizzes: passed")));
        EnrolmentId enrolment = rooms.enrol(rooms.learner("rahima", "nilg"), "basics");
        study.read(enrolment, "one");
        study.read(enrolment, "two");
        search();
        assertThat(participations()).isZero();
        rooms.publish("basics", Programmes.files(participation("lessons: required")));
        search();
        assertThat(participations()).isEqualTo(1);
    }

    @Test
    void findsWhatWasMetOverTheProgrammeAndPresentsIt() {
        Person person = rooms.learner("rahima", "nilg");
        complete(rooms.enrol(person, "basics"));
        advanced(rooms.enrol(person, "advanced"));
        Programmes.declareOverAll(rooms);
        search();
        search();
        assertThat(database.number("select count(*) from award where kind = 'institute'"))
                .isEqualTo(1);
        assertThat(database.number("select count(*) from approval where state = 'WAITING'"))
                .isEqualTo(1);
    }

    @Test
    void findsWhatTwoRecordsHadMetTogether() {
        Programmes.declareOverAll(rooms);
        search();
        Person person = rooms.learner("rahima", "nilg");
        complete(rooms.enrol(person, "basics"));
        Person other = rooms.learner("rohima", "nilg");
        advanced(rooms.enrol(other, "advanced"));
        rooms.administrator();
        new Merging(rooms, study).merge(person, other);
        search();
        assertThat(database.number(
                        "select count(*) from award where kind = 'institute' and person = '" + person.id() + "'"))
                .isEqualTo(1);
    }

    private static String participation(String condition) {
        return Programmes.PROGRAMME.replace(
                "awards:\n",
                "awards:\n  - {kind: participation, title: {en: P, bn: P}, scope: course," + " conditions: [{"
                        + condition + "}], issue: automatic}\n");
    }

    private List<Person> people(String name, int number) {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            people.add(rooms.learner(name + i, "nilg"));
        }
        return people;
    }

    private void complete(EnrolmentId id) {
        study.read(id, "one");
        study.read(id, "two");
        study.take(id, "m1-first", true);
    }

    private void advanced(EnrolmentId id) {
        study.read(id, "four");
        study.read(id, "five");
    }

    private long participations() {
        return database.number("select count(*) from certificate where valid_key is not null and award in"
                + " (select id from award where kind = 'participation')");
    }

    private long mails() {
        return database.number("select count(*) from outbox");
    }

    /** The job, each portion in a transaction of its own, as the container runs them. */
    private void search() {
        Acting.learner(rooms.caller, new org.sopan.shared.PersonId(rooms.randomness.id()));
        new SearchAwards(
                        new AwardSearch(
                                rooms.entities,
                                rooms.enrolments,
                                study.steps,
                                study.awards,
                                rooms.catalogue,
                                study.checkCompletion,
                                study.checkProgramme,
                                rooms.clock) {
                            @Override
                            void declare(List<Sought> all) {
                                database.run(() -> super.declare(all));
                            }

                            @Override
                            boolean next(Sought sought) {
                                return database.in(() -> super.next(sought));
                            }
                        },
                        rooms.catalogue)
                .run();
    }
}
