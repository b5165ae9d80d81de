/** Signing in and out, invitations and resets, and oneself, over HTTP. */
@NullMarked
package org.sopan.identity.rest;

import org.jspecify.annotations.NullMarked;
