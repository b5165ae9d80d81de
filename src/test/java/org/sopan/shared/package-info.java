@NullMarked
package org.sopan.shared;

import org.jspecify.annotations.NullMarked;
