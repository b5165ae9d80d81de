/** A trainer's way through the lessons: what was read, for how long, and to its end. */
@NullMarked
package org.sopan.learning;

import org.jspecify.annotations.NullMarked;
