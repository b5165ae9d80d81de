/** The matrix over HTTP. */
@NullMarked
package org.sopan.report.rest;

import org.jspecify.annotations.NullMarked;
