/** People, the roles they hold, and how they get in: invitation, sign-in, reset. */
@NullMarked
package org.sopan.identity;

import org.jspecify.annotations.NullMarked;
