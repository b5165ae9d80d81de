/** Cohorts, rosters and enrolments: who learns what, in which batch, for which institute. */
@NullMarked
package org.sopan.enrolment;

import org.jspecify.annotations.NullMarked;
