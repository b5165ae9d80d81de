package org.sopan.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sopan.container.ProblemContract.assertProblem;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.UserTransaction;
import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.sopan.container.Visitor.Answer;
import org.sopan.enrolment.Enrolment;
import org.sopan.identity.People;
import org.sopan.identity.Person;

/** What only shows beside the database of a running server: how often it is asked, and what stays of an act that fails. */
@ArquillianTest
@SuppressWarnings("NullAway.Init")
class InsideTheServerIT implements DemoActs {
    /** The person and the roles, asked for with a token that the server has not met. */
    private static final int CALLER = 2;

    @Inject
    private HttpServletRequest here;

    @Inject
    private EntityManager entities;

    @Inject
    private UserTransaction transaction;

    @Inject
    private People people;

    @Inject
    private Saboteur saboteur;

    @Deployment
    static WebArchive deployed() throws URISyntaxException {
        URI assertions = Assertions.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI();
        return Ground.prepare()
                .addClasses(DemoActs.class, DemoPeople.class, Visitor.class, Ground.class, Statements.class)
                .addClasses(ProblemContract.class, ScopePlaces.class, Saboteur.class, LostRace.class)
                .addAsLibrary(new File(assertions));
    }

    @Override
    public URI server() {
        return URI.create("http://127.0.0.1:" + here.getLocalPort() + "/");
    }

    @Test
    void showsACourseWithoutAskingTheDatabase() {
        assertThat(asked(LEARNER, visitor -> visitor.with().get("/api/courses/" + Ground.LARGE)))
                .isEmpty();
        assertThat(asked(LEARNER, visitor -> visitor.with().get("/api/courses")))
                .isEmpty();
    }

    @Test
    void showsALessonOfALongCourseAtThePriceOfAShortOne() {
        enrol("sumitra.roy", Ground.LARGE);

        List<String> small = asked("sumitra.roy", lesson(Ground.SMALL));
        List<String> large = asked("sumitra.roy", lesson(Ground.LARGE));

        assertThat(large).hasSameSizeAs(small).hasSizeBetween(CALLER + 1, CALLER + 1);
    }

    private static Function<Visitor, Answer> lesson(String course) {
        return visitor -> visitor.get("/api/courses/" + course + "/lessons/m1-l1");
    }

    @Test
    void showsManyEnrolmentsAtThePriceOfOne() {
        enrol("nasreen.akter", Ground.LARGE);
        Ground.MORE.forEach(course -> enrol("nasreen.akter", course));
        String large = enrolment("nasreen.akter", Ground.LARGE);
        person("nasreen.akter").put("/api/enrolments/" + large + "/lessons/m1-l1", "{\"seconds\":9,\"done\":true}");

        List<String> one = asked("tanvir.hasan", visitor -> visitor.get("/api/me/enrolments"));
        List<String> many = asked("nasreen.akter", visitor -> visitor.get("/api/me/enrolments"));

        assertThat(person("nasreen.akter").get("/api/me/enrolments").json().asJsonArray())
                .hasSize(2 + Ground.MORE.size());
        assertThat(many).hasSameSizeAs(one).hasSizeBetween(CALLER + 1, CALLER + 3);
    }

    @Test
    void savesTheLastAnswerOfALongAttemptAtThePriceOfTheFirstOfAShortOne() {
        enrol("ukya.marma", Ground.LARGE);
        JsonObject small = begin("ukya.marma", Ground.SMALL);
        JsonObject large = begin("ukya.marma", Ground.LARGE);
        for (int seq = 1; seq <= 5; seq++) {
            for (String item : items(large)) {
                answer(person("ukya.marma"), large, item, seq);
            }
        }

        List<String> first = asked(
                "ukya.marma", visitor -> answer(visitor, small, items(small).get(0), 1));
        List<String> last = asked(
                "ukya.marma", visitor -> answer(visitor, large, items(large).get(14), 6));

        assertThat(last).hasSameSizeAs(first).hasSizeBetween(CALLER + 3, CALLER + 4);
    }

    @Test
    void showsTheMatrixOfManyAtThePriceOfAFew() {
        String list = roster("crowd", 80);
        assertThat(apply(plan(openCohort(Ground.LARGE, 100), list)).status()).isEqualTo(200);

        List<String> few = asked(COORDINATOR_ELSEWHERE, matrix("nilg", Ground.SMALL));
        List<String> many = asked(COORDINATOR, matrix("bpatc", Ground.LARGE));

        assertThat(matrix("bpatc", Ground.LARGE)
                        .apply(person(COORDINATOR))
                        .json()
                        .asJsonObject()
                        .getInt("total"))
                .isGreaterThanOrEqualTo(80);
        assertThat(many).hasSameSizeAs(few).hasSizeBetween(CALLER + 1, CALLER + 2);
    }

    private static Function<Visitor, Answer> matrix(String institute, String course) {
        return visitor -> visitor.get("/api/institutes/" + institute + "/progress?course=" + course);
    }

    @Test
    void givesOneCertificateForTwoLastActsAtOnce() throws Exception {
        String name = "teresa.gomes";
        Visitor learner = person(name);
        JsonObject attempt = begin(name, Ground.SMALL);
        answer(learner, attempt, items(attempt).get(0), 1);
        String enrolment = enrolment(name, Ground.SMALL);
        ExecutorService two = Executors.newFixedThreadPool(2);
        Future<Answer> lesson;
        Future<Answer> submission;
        transaction.begin();
        try {
            entities.find(Enrolment.class, UUID.fromString(enrolment), LockModeType.PESSIMISTIC_WRITE);
            lesson = two.submit(() -> finish(learner, enrolment));
            submission = two.submit(() -> submit(learner, attempt));
            awaitWaiting(2);
        } finally {
            transaction.rollback();
            two.shutdown();
        }

        assertThat(lesson.get(30, TimeUnit.SECONDS).status()).isEqualTo(200);
        assertThat(submission.get(30, TimeUnit.SECONDS).status()).isEqualTo(200);
        assertThat(learner.get("/api/me/certificates").json().asJsonArray()).hasSize(1);
        assertThat(mailsTo(name)).isEqualTo(1);
        assertThat(learner.get("/api/enrolments/" + enrolment)
                        .json()
                        .asJsonObject()
                        .getString("state"))
                .isEqualTo("completed");
    }

    /** Returns when so many sessions of the database wait for a lock. */
    private void awaitWaiting(int sessions) {
        long end = System.nanoTime() + Duration.ofSeconds(8).toNanos();
        while (waiting() < sessions) {
            assertThat(System.nanoTime()).as("both acts wait for the enrolment").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private int waiting() {
        return number("select count(*) from information_schema.sessions where blocker_id is not null");
    }

    @Test
    void keepsNothingOfAnActWhoseLastConsequenceIsRefused() {
        String name = "abdul.quddus";
        Visitor learner = person(name);
        JsonObject attempt = begin(name, Ground.SMALL);
        answer(learner, attempt, items(attempt).get(0), 1);
        finish(learner, enrolment(name, Ground.SMALL));
        Map<String, Integer> before = rows();

        saboteur.arm(true);
        try {
            assertProblem(submit(learner, attempt), 409, "enrolment-closed");
        } finally {
            saboteur.arm(false);
        }

        assertThat(rows()).isEqualTo(before);
        assertThat(learner.get("/api/attempts/" + attempt.getString("id"))
                        .json()
                        .asJsonObject()
                        .getString("state"))
                .isEqualTo("open");
        assertThat(submit(learner, attempt).status()).isEqualTo(200);
        assertThat(learner.get("/api/me/certificates").json().asJsonArray()).hasSize(1);
        assertThat(mailsTo(name)).isEqualTo(1);
    }

    @Test
    void createsNobodyOfARosterThatHasNoSeats() {
        String plan = plan(openCohort(Ground.MORE.get(0), 2), roster("late", 3));
        Map<String, Integer> before = rows();

        assertProblem(apply(plan), 409, "no-seats-left");

        assertThat(rows()).isEqualTo(before);
        assertThat(people.byEmail("late1@sopan.example")).isEmpty();
    }

    @Test
    void tellsWhoLostARaceAtCommitAndKeepsTheWinnersChange() {
        Answer lost = stranger().post("/api/lost-race?email=dipali.debnath@sopan.example", "");

        assertProblem(lost, 409, "changed-meanwhile");
        Person.Profile kept =
                people.byEmail("dipali.debnath@sopan.example").orElseThrow().profile();
        assertThat(kept.unit()).isEqualTo("Library");
        assertThat(kept.phone()).isNull();
    }

    /** The SQL that one good answer takes, of a person whose token is new. */
    private List<String> asked(String name, Function<Visitor, Answer> call) {
        Visitor visitor = stranger().signedIn(name);
        try (Statements statements = Statements.of(entities)) {
            Answer answer = call.apply(visitor);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            return statements.sent();
        }
    }

    private Map<String, Integer> rows() {
        return Stream.of("person", "role_held", "enrolment", "one_time_link", "step", "award", "certificate", "outbox")
                .collect(Collectors.toMap(table -> table, table -> number("select count(*) from " + table)));
    }

    private int mailsTo(String name) {
        return number("select count(*) from outbox where template = 'certificate' and address = '" + name
                + "@sopan.example'");
    }

    private int number(String sql) {
        return ((Number) entities.createNativeQuery(sql).getSingleResult()).intValue();
    }
}
