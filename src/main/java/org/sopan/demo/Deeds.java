package org.sopan.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.sopan.assessment.Attempt;
import org.sopan.assessment.RightAnswers;
import org.sopan.assessment.SaveAnswer;
import org.sopan.assessment.StartAttempt;
import org.sopan.assessment.SubmitAttempt;
import org.sopan.course.Catalogue;
import org.sopan.course.Course;
import org.sopan.enrolment.Enrol;
import org.sopan.enrolment.Enrolments;
import org.sopan.enrolment.OpenCohort;
import org.sopan.enrolment.ShowCohort;
import org.sopan.enrolment.WithdrawEnrolment;
import org.sopan.identity.Invite;
import org.sopan.identity.People;
import org.sopan.learning.RecordReading;
import org.sopan.platform.Seeds;
import org.sopan.shared.CohortId;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.PersonId;

/** What the demo's people do: the use cases of the rooms above, called as a request would call them. */
@ApplicationScoped
public class Deeds {
    private static final int READING_SECONDS = 420;
    private static final int FEW = 4;
    private static final int ALL = Integer.MAX_VALUE;
    private final OpenCohort openCohort;
    private final ShowCohort showCohort;
    private final Enrol enrol;
    private final Enrolments enrolments;
    private final WithdrawEnrolment withdrawEnrolment;
    private final People people;
    private final Invite invite;
    private final Catalogue catalogue;
    private final RecordReading recordReading;
    private final StartAttempt startAttempt;
    private final SaveAnswer saveAnswer;
    private final SubmitAttempt submitAttempt;
    private final RightAnswers rightAnswers;

    @Inject
    Deeds(
            OpenCohort openCohort,
            ShowCohort showCohort,
            Enrol enrol,
            Enrolments enrolments,
            WithdrawEnrolment withdrawEnrolment,
            People people,
            Invite invite,
            Catalogue catalogue,
            RecordReading recordReading,
            StartAttempt startAttempt,
            SaveAnswer saveAnswer,
            SubmitAttempt submitAttempt,
            RightAnswers rightAnswers) {
        this.openCohort = openCohort;
        this.showCohort = showCohort;
        this.enrol = enrol;
        this.enrolments = enrolments;
        this.withdrawEnrolment = withdrawEnrolment;
        this.people = people;
        this.invite = invite;
        this.catalogue = catalogue;
        this.recordReading = recordReading;
        this.startAttempt = startAttempt;
        this.saveAnswer = saveAnswer;
        this.submitAttempt = submitAttempt;
        this.rightAnswers = rightAnswers;
    }

    Course course(String id) {
        return catalogue.live(id);
    }

    /** The cohort of this title, opened by the caller unless it is there already. */
    CohortId cohort(Seeds.Entry entry, String course, LocalDate today) {
        LocalizedText title = Objects.requireNonNull(entry.localized("title"));
        return showCohort.list().stream()
                .map(ShowCohort.Seen::cohort)
                .filter(cohort -> cohort.title().equals(title))
                .findFirst()
                .orElseGet(() -> openCohort.open(plan(entry, course, title, today)))
                .id();
    }

    private static OpenCohort.Plan plan(Seeds.Entry entry, String course, LocalizedText title, LocalDate today) {
        Map<String, Integer> seats = new HashMap<>();
        entry.child("seats")
                .fields()
                .forEach((institute, number) -> seats.put(institute, Integer.valueOf(number.toString())));
        return new OpenCohort.Plan(
                entry.text("host"),
                course,
                title,
                today.plusDays(entry.number("starts", 0)),
                today.plusDays(entry.number("ends", 0)),
                seats,
                entry.text("order"),
                today.minusDays(entry.number("ordered", 0)));
    }

    boolean isEnrolled(PersonId person) {
        return !enrolments.of(person).isEmpty();
    }

    /** Enrols a person, and invites whoever has never signed in. */
    @Transactional
    public void enrol(String course, PersonId id, CohortId cohort) {
        enrol.enrol(course, id, cohort);
        people.find(id).filter(person -> !person.hasSignedUp()).ifPresent(person -> invite.send(person, "demo"));
    }

    /** One deed of this learner, who is the caller. */
    void act(PersonId person, Story.Deed deed) {
        EnrolmentId enrolment = enrolments.of(person).get(0).id();
        switch (deed.kind()) {
            case READ -> recordReading.record(enrolment, deed.step(), READING_SECONDS, true);
            case FAIL -> submitAttempt.submit(answer(enrolment, deed.step(), FEW));
            case PASS -> submitAttempt.submit(answer(enrolment, deed.step(), ALL));
            case LEAVE_OPEN -> answer(enrolment, deed.step(), FEW);
        }
    }

    void withdraw(PersonId person, String reason) {
        withdrawEnrolment.withdraw(enrolments.of(person).get(0).id(), reason);
    }

    private UUID answer(EnrolmentId enrolment, String quiz, int most) {
        Attempt attempt = startAttempt.start(enrolment, quiz).attempt();
        rightAnswers.of(attempt).entrySet().stream()
                .limit(most)
                .forEach(right -> saveAnswer.save(attempt.id(), right.getKey(), 1, right.getValue()));
        return attempt.id();
    }
}
