/** The outbox: each message is a row, written with the act that causes it and sent on its own, once. */
@NullMarked
package org.sopan.mail;

import org.jspecify.annotations.NullMarked;
