/** Organizations over HTTP. */
@NullMarked
package org.sopan.organization.rest;

import org.jspecify.annotations.NullMarked;
