/** The built WAR on a real Payara Micro: what holds only once everything is wired together. */
@NullMarked
package org.sopan.container;

import org.jspecify.annotations.NullMarked;
