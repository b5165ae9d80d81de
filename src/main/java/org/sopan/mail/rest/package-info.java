/** The outbox over HTTP. */
@NullMarked
package org.sopan.mail.rest;

import org.jspecify.annotations.NullMarked;
