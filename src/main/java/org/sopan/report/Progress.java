package org.sopan.report;

import java.util.List;
import org.sopan.completion.Step;

/**
 * How far an enrolment is, as it is stored for reports.
 *
 * @param release the release whose steps the cells stand for
 * @param done how many of the required steps are done
 * @param total how many steps are required
 */
record Progress(String course, String release, String cells, int done, int total) {

    /** Reckoned from the steps taken, for the people of this institute. */
    static Progress of(Outline outline, String institute, List<Step> taken) {
        Cells cells = Cells.of(outline, taken);
        boolean[] required = outline.required(institute);
        List<String> each = cells.each(outline.size());
        int done = 0;
        int total = 0;
        for (int place = 0; place < required.length; place++) {
            total += required[place] ? 1 : 0;
            done += required[place] && Cells.isDone(each.get(place)) ? 1 : 0;
        }
        return new Progress(outline.course().id(), outline.course().release(), cells.text(), done, total);
    }
}
