package org.sopan.assessment;

import java.time.Instant;
import org.sopan.shared.EnrolmentId;

/** An attempt was submitted and scored; the percent is of this attempt, from 0 to 100. */
public record QuizMarked(EnrolmentId enrolment, String course, String quiz, int percent, boolean passed, Instant at) {}
