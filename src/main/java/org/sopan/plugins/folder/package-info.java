/** Messages as files in a folder. */
@NullMarked
package org.sopan.plugins.folder;

import org.jspecify.annotations.NullMarked;
