package org.sopan.enrolment.rest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sopan.enrolment.Enrolment;

/** An enrolment as an act of staff has left it. */
public record EnrolmentActView(
        String id,
        String person,
        String course,
        @Nullable String cohort,
        String institute,
        String state,
        @Nullable LocalDate due) {
    static EnrolmentActView of(Enrolment enrolment) {
        return new EnrolmentActView(
                enrolment.id().toString(),
                enrolment.person().toString(),
                enrolment.course(),
                enrolment.cohort() == null ? null : enrolment.cohort().toString(),
                enrolment.institute(),
                enrolment.state().word(),
                enrolment.due());
    }
}
