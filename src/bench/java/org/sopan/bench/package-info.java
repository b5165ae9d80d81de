/** Starts the runnable jar on loopback, drives one operation at a time, and tells what each costs the server. */
@NullMarked
package org.sopan.bench;

import org.jspecify.annotations.NullMarked;
