/** How a third party draws a certificate: a design puts what is printed on a sheet, in millimetres. */
@NullMarked
package org.sopan.spi.certificate;

import org.jspecify.annotations.NullMarked;
