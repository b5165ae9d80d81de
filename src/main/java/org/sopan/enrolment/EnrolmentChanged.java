package org.sopan.enrolment;

import org.sopan.shared.EnrolmentId;

/**
 * Something other than learning changed an enrolment, in the transaction at hand: its institute, cohort, state or due.
 *
 * @param institute the institute it had until now; the same as before where that stays
 */
public record EnrolmentChanged(EnrolmentId enrolment, String institute) {}
