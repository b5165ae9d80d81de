/** The design {@code official}: a dignified certificate in Bangla, English or both, without any emblem. */
@NullMarked
package org.sopan.plugins.official;

import org.jspecify.annotations.NullMarked;
