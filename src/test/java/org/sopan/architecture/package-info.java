/** What the house asks of every room, checked on the compiled classes. */
@NullMarked
package org.sopan.architecture;

import org.jspecify.annotations.NullMarked;
