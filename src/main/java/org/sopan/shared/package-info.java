/** Words every room uses: text in two languages, failures that have a name, pages of a list. JDK only. */
@NullMarked
package org.sopan.shared;

import org.jspecify.annotations.NullMarked;
