/** Certificates: the paper of an award, issued once, stored as printed, verified, revoked, replaced, never rewritten. */
@NullMarked
package org.sopan.credential;

import org.jspecify.annotations.NullMarked;
