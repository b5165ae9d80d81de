/** The demo's people and what they did before one looks at it, made through the same use cases as anyone's. */
@NullMarked
package org.sopan.demo;

import org.jspecify.annotations.NullMarked;
