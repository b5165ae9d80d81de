/**
 * Ministries, divisions, departments and institutes: a tree whose names are data with dates of validity; and the
 * calendar of days on which they work.
 */
@NullMarked
package org.sopan.organization;

import org.jspecify.annotations.NullMarked;
