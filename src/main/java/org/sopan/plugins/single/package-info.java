/** One of several choices is right. */
@NullMarked
package org.sopan.plugins.single;

import org.jspecify.annotations.NullMarked;
