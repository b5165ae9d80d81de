/** A statement is true or false. */
@NullMarked
package org.sopan.plugins.truefalse;

import org.jspecify.annotations.NullMarked;
