/** Attempts at quizzes: drawn for one person, answered into a journal that loses nothing, scored once. */
@NullMarked
package org.sopan.assessment;

import org.jspecify.annotations.NullMarked;
