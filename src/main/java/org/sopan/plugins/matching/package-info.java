/** What belongs together. */
@NullMarked
package org.sopan.plugins.matching;

import org.jspecify.annotations.NullMarked;
