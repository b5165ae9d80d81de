/** The first thing that runs: reads the settings, refuses what cannot work in one clear line, starts the server. */
@NullMarked
package org.sopan.launch;

import org.jspecify.annotations.NullMarked;
