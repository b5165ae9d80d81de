/** Messages through an SMTP server. */
@NullMarked
package org.sopan.plugins.smtp;

import org.jspecify.annotations.NullMarked;
