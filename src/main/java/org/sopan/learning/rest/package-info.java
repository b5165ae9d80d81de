/** Lessons over HTTP. */
@NullMarked
package org.sopan.learning.rest;

import org.jspecify.annotations.NullMarked;
