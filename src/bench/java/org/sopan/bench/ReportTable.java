package org.sopan.bench;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was measured, operation by stage; a stage is a database and a number of enrolments. */
final class ReportTable {
    private final Map<String, Map<String, Stopwatch.Took>> figures = new LinkedHashMap<>();
    private final Set<String> stages = new LinkedHashSet<>();

    void keep(String stage, String what, Stopwatch.Took took) {
        stages.add(stage);
        figures.computeIfAbsent(what, key -> new LinkedHashMap<>()).put(stage, took);
    }

    /** As it stands in docs/performance.md. */
    String text() {
        StringBuilder text = new StringBuilder("| p50 / p95 ms (CPU ms) |");
        stages.forEach(stage -> text.append(' ').append(stage).append(" |"));
        text.append("\n|---|").append("---|".repeat(stages.size())).append('\n');
        figures.forEach((what, each) -> {
            text.append("| ").append(what).append(" |");
            stages.forEach(
                    stage -> text.append(' ').append(cell(each.get(stage))).append(" |"));
            text.append('\n');
        });
        return text.toString();
    }

    static String cell(Stopwatch.@Nullable Took took) {
        return took == null
                ? ""
                : String.format(Locale.ROOT, "%,.0f / %,.0f (%,.0f)", took.median(), took.perc95(), took.cpu());
    }
}
