/** The catalogue over HTTP. */
@NullMarked
package org.sopan.course.rest;

import org.jspecify.annotations.NullMarked;
