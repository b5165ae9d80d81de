package org.sopan.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sopan.completion.Step;

/**
 * The steps an enrolment has taken, as text that is stored: one cell for each step of a release in its order, with
 * commas between. Empty where nothing was done, {@code d} done, {@code 72} the best percent, not passed, {@code 72d}
 * passed.
 */
final class Cells {
    static final Cells NONE = new Cells("");
    private static final String DONE = "d";
    private static final String[] OPEN_PERCENTS = percents("");
    private static final String[] PASSED_PERCENTS = percents(DONE);
    private final String text;

    private Cells(String text) {
        this.text = text;
    }

    static Cells stored(@Nullable String text) {
        return text == null ? NONE : new Cells(text);
    }

    static Cells of(Outline outline, List<Step> taken) {
        String[] cells = new String[outline.size()];
        Arrays.fill(cells, "");
        for (Step step : taken) {
            Integer place = outline.place(step.kind().name(), step.id());
            if (place != null) {
                cells[place] = (step.percent() == null ? "" : step.percent().toString()) + (step.isDone() ? DONE : "");
            }
        }
        return of(cells);
    }

    private static Cells of(String[] cells) {
        int last = cells.length;
        while (last > 0 && cells[last - 1].isEmpty()) {
            last--;
        }
        return new Cells(String.join(",", Arrays.asList(cells).subList(0, last)));
    }

    String text() {
        return text;
    }

    /** The same steps in the order of another release; those it does not have are left out. */
    Cells moved(Outline from, Outline to) {
        String[] cells = new String[to.size()];
        Arrays.fill(cells, "");
        List<String> here = each(from.size());
        for (int i = 0; i < here.size(); i++) {
            Matrix.Column column = from.columns().get(i);
            Integer place = to.place(column.kind(), column.id());
            if (place != null) {
                cells[place] = here.get(i);
            }
        }
        return of(cells);
    }

    /** So many cells, the empty ones included. The many cells of a matrix share their few words. */
    List<String> each(int size) {
        List<String> cells = new ArrayList<>(size);
        int from = 0;
        while (cells.size() < size) {
            int comma = text.indexOf(',', from);
            int to = comma < 0 ? text.length() : comma;
            cells.add(from > text.length() ? "" : word(from, to));
            from = to + 1;
        }
        return cells;
    }

    static boolean isDone(String cell) {
        return cell.endsWith(DONE);
    }

    private String word(int from, int to) {
        if (from >= to) {
            return "";
        }
        boolean done = text.charAt(to - 1) == 'd';
        int digits = done ? to - 1 : to;
        if (digits == from) {
            return DONE;
        }
        int percent = Integer.parseInt(text, from, digits, 10);
        return (done ? PASSED_PERCENTS : OPEN_PERCENTS)[percent];
    }

    private static String[] percents(String after) {
        String[] words = new String[101];
        for (int percent = 0; percent < words.length; percent++) {
            words[percent] = percent + after;
        }
        return words;
    }
}
