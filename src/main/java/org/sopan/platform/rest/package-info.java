/** What the operator asks of a running server. */
@NullMarked
package org.sopan.platform.rest;

import org.jspecify.annotations.NullMarked;
