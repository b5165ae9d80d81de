/** What Jakarta EE and the server need from us once: REST set-up, problems, database, durability, callers, jobs, settings. */
@NullMarked
package org.sopan.platform;

import org.jspecify.annotations.NullMarked;
