package org.sopan.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sopan.course.Module;
import org.sopan.enrolment.Enrolment;

/** Counts, module by module, who has done it among those of whom it is required. */
final class ModulesDone {
    private final Outlines outlines;
    private final Map<String, boolean[]> required = new HashMap<>();

    ModulesDone(Outlines outlines) {
        this.outlines = outlines;
    }

    List<CohortDashboard.ModuleDone> of(List<Learning> rows) {
        Map<String, Map<String, int[]>> courses = new LinkedHashMap<>();
        for (Learning row : rows) {
            if (row.state() != Enrolment.State.WITHDRAWN && outlines.has(row.course())) {
                count(row, courses.computeIfAbsent(row.course(), course -> new LinkedHashMap<>()));
            }
        }
        List<CohortDashboard.ModuleDone> done = new ArrayList<>();
        courses.forEach((course, counts) -> {
            for (Module module : outlines.live(course).course().modules()) {
                int[] count = counts.getOrDefault(module.id(), new int[2]);
                if (count[1] > 0) {
                    done.add(new CohortDashboard.ModuleDone(course, module.id(), module.title(), count[0], count[1]));
                }
            }
        });
        return done;
    }

    private void count(Learning row, Map<String, int[]> modules) {
        Outline outline = outlines.live(row.course());
        boolean[] asked = required.computeIfAbsent(
                row.course() + "/" + row.institute(), key -> outline.required(row.institute()));
        List<String> cells = outlines.cells(row, outline).each(outline.size());
        Map<String, Boolean> whole = new LinkedHashMap<>();
        for (int place = 0; place < asked.length; place++) {
            if (asked[place]) {
                whole.merge(outline.module(place), Cells.isDone(cells.get(place)), Boolean::logicalAnd);
            }
        }
        whole.forEach((module, done) -> {
            int[] count = modules.computeIfAbsent(module, id -> new int[2]);
            count[0] += done || row.state() == Enrolment.State.COMPLETED ? 1 : 0;
            count[1]++;
        });
    }
}
