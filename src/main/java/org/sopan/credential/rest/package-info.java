/** Certificates over HTTP, and the public page that verifies one. */
@NullMarked
package org.sopan.credential.rest;

import org.jspecify.annotations.NullMarked;
