/** A number, in Bangla or Latin digits. */
@NullMarked
package org.sopan.plugins.numeric;

import org.jspecify.annotations.NullMarked;
