/** The ways by which messages leave the house, and what becomes of them there. */
@NullMarked
package org.sopan.spi.message;

import org.jspecify.annotations.NullMarked;
