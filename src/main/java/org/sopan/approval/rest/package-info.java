/** The queue and its decisions over HTTP. */
@NullMarked
package org.sopan.approval.rest;

import org.jspecify.annotations.NullMarked;
