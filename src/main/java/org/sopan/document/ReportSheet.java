package org.sopan.document;

import java.util.List;
import org.sopan.shared.Language;
import org.sopan.spi.certificate.Area;
import org.sopan.spi.certificate.Ink;
import org.sopan.spi.certificate.Sheet;

/** A sheet that can also carry a chart: bars that together are one picture, told in words to those who do not see it. */
public interface ReportSheet extends Sheet {
    /** A filled rectangle of a chart. */
    record Bar(Area area, Ink ink) {}

    /**
     * Draws the bars as one figure. The words and numbers of a chart are set as text, not drawn.
     *
     * @param bounds what the figure takes up as a whole
     * @param alternative what the chart tells
     */
    void chart(Area bounds, List<Bar> bars, Language language, String alternative);
}
