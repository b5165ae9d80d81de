/** Ministries, divisions, departments and institutes: a tree whose names are data with dates of validity. */
@NullMarked
package org.sopan.organization;

import org.jspecify.annotations.NullMarked;
