package org.sopan.enrolment;

import java.time.Instant;
import org.sopan.shared.EnrolmentId;

/** An open enrolment counts for another institute from now on, which may require other modules; it is locked. */
public record EnrolmentMoved(EnrolmentId enrolment, Instant at) {}
