@NullMarked
package org.sopan.course;

import org.jspecify.annotations.NullMarked;
