/** Reminders, nudges and announcements: who is told what by mail and when, and who wishes to be spared. */
@NullMarked
package org.sopan.notice;

import org.jspecify.annotations.NullMarked;
