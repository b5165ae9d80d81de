/** The extension point for question types, in the words of QTI 3: what a candidate sees, answers, and is told. */
@NullMarked
package org.sopan.spi.question;

import org.jspecify.annotations.NullMarked;
