/** Awards that a person must approve before their paper is issued: the queue, and decisions over one or many. */
@NullMarked
package org.sopan.approval;

import org.jspecify.annotations.NullMarked;
