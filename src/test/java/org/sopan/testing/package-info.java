/** What several tests share: databases, a clock that is moved by hand, the rooms wired without a container. */
@NullMarked
package org.sopan.testing;

import org.jspecify.annotations.NullMarked;
