/** Reminders, nudges and announcements over HTTP. */
@NullMarked
package org.sopan.notice.rest;

import org.jspecify.annotations.NullMarked;
