/** Cohorts, rosters and enrolling over HTTP. */
@NullMarked
package org.sopan.enrolment.rest;

import org.jspecify.annotations.NullMarked;
