/** The web client in a real browser against the built jar, and its words. */
@NullMarked
package org.sopan.browser;

import org.jspecify.annotations.NullMarked;
