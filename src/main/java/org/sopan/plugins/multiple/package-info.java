/** Several of several choices are right. */
@NullMarked
package org.sopan.plugins.multiple;

import org.jspecify.annotations.NullMarked;
