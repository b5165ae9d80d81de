/** System tests: they start the built jar as an operator would, and speak only HTTP and SMTP to it. */
@NullMarked
package org.sopan.system;

import org.jspecify.annotations.NullMarked;
