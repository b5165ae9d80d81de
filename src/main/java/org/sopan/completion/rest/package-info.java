/** Enrolments, their steps and conditions, over HTTP. */
@NullMarked
package org.sopan.completion.rest;

import org.jspecify.annotations.NullMarked;
