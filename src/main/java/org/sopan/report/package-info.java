/** The institute's matrix and its export: who has done what. Reads everybody; nobody reads it. */
@NullMarked
package org.sopan.report;

import org.jspecify.annotations.NullMarked;
