/** Attempts and answers over HTTP. */
@NullMarked
package org.sopan.assessment.rest;

import org.jspecify.annotations.NullMarked;
