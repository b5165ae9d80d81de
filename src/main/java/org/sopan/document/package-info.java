/** What every room that prints needs: Bangla shaped into archival, accessible PDF, and tables that Excel opens. */
@NullMarked
package org.sopan.document;

import org.jspecify.annotations.NullMarked;
