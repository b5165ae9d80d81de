/** Courses, modules, lessons and quizzes as they stand in the curriculum's folder, and the linter that reads it first. */
@NullMarked
package org.sopan.course;

import org.jspecify.annotations.NullMarked;
