package org.sopan.approval.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sopan.approval.Approval;
import org.sopan.approval.ReturnReason;
import org.sopan.approval.ShowApprovals;
import org.sopan.completion.Award;
import org.sopan.completion.Evidence;
import org.sopan.completion.Step;
import org.sopan.course.AwardRule;
import org.sopan.enrolment.Cohort;
import org.sopan.enrolment.Enrolment;
import org.sopan.identity.Person;
import org.sopan.shared.LocalizedText;
import org.sopan.spi.certificate.AsPrinted.Memo;

/**
 * An award in the queue with what speaks for it.
 *
 * @param award its id, by which it is decided
 * @param signOff whether a second administrator has to sign
 * @param minutes learning time that counted, for an award over the whole programme
 * @param conditions what met it, as it was counted on that day
 * @param note only for administrators, like those of the acts
 */
public record ApprovalView(
        String award,
        String kind,
        LocalizedText title,
        @Nullable String course,
        boolean signOff,
        PersonRef person,
        String institute,
        @Nullable CohortRef cohort,
        String state,
        Instant waitingSince,
        Instant metAt,
        @Nullable Integer minutes,
        List<Evidence.Line> conditions,
        List<EnrolmentSeen> enrolments,
        @Nullable MemoView memo,
        @Nullable String reason,
        @Nullable LocalizedText reasonInWords,
        @Nullable String note,
        List<ActView> acts) {

    public record PersonRef(
            String id, @Nullable LocalizedText name, @Nullable LocalizedText designation, String email) {}

    public record CohortRef(String id, LocalizedText title) {}

    public record MemoView(String number, @Nullable LocalDate date) {}

    /** An enrolment of the person, how many steps were done, and the best result of each quiz. */
    public record EnrolmentSeen(
            String id,
            String course,
            String institute,
            String state,
            @Nullable Instant completedAt,
            int stepsDone,
            List<Score> scores) {}

    /** The best percent of a quiz, and when it was first passed. */
    public record Score(String quiz, @Nullable Integer percent, @Nullable Instant passedAt) {}

    public record ActView(
            String what, @Nullable String reason, @Nullable String note, @Nullable String by, Instant at) {}

    static ApprovalView of(ShowApprovals.Seen seen, AwardRule rule, boolean withNotes) {
        Approval approval = seen.approval();
        Award award = seen.award();
        Person person = seen.person();
        Cohort cohort = seen.cohort();
        Memo memo = approval.memo();
        String reason = approval.reason();
        return new ApprovalView(
                award.id().toString(),
                award.kind(),
                rule.title(),
                award.course(),
                rule.signOff(),
                new PersonRef(person.id().toString(), person.name(), person.designation(), person.email()),
                award.institute(),
                cohort == null ? null : new CohortRef(cohort.id().toString(), cohort.title()),
                approval.state().word(),
                approval.waitingSince(),
                award.metAt(),
                award.minutes(),
                award.evidence().conditions(),
                seen.taken().stream().map(ApprovalView::enrolment).toList(),
                memo == null ? null : new MemoView(memo.number(), memo.date()),
                reason,
                reason == null ? null : ReturnReason.words(reason),
                withNotes ? approval.note() : null,
                seen.acts().stream()
                        .map(act -> new ActView(
                                act.what(),
                                act.reason(),
                                withNotes ? act.note() : null,
                                act.by() == null ? null : act.by().toString(),
                                act.at()))
                        .toList());
    }

    private static EnrolmentSeen enrolment(ShowApprovals.Taken taken) {
        Enrolment enrolment = taken.enrolment();
        return new EnrolmentSeen(
                enrolment.id().toString(),
                enrolment.course(),
                enrolment.institute(),
                enrolment.state().word(),
                enrolment.completedAt(),
                (int) taken.steps().stream().filter(Step::isDone).count(),
                taken.steps().stream()
                        .filter(step -> step.kind() == Step.Kind.quiz)
                        .map(step -> new Score(step.id(), step.percent(), step.doneAt()))
                        .toList());
    }
}
