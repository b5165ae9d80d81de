package org.sopan.learning;

import java.time.Instant;
import org.sopan.shared.EnrolmentId;

/** The reader reached the end of a lesson for the first time and said so. */
public record LessonFinished(EnrolmentId enrolment, String course, String lesson, Instant at) {}
