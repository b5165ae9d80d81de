@NullMarked
package org.sopan.notice;

import org.jspecify.annotations.NullMarked;
