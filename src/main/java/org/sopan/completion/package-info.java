/** Awards and their conditions with evidence: "complete", or why not yet. */
@NullMarked
package org.sopan.completion;

import org.jspecify.annotations.NullMarked;
